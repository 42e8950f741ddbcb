package lockstep.listing.correction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bound of a correction of an address's form: the same words, abbreviated or not, and the same numbers, each where it
 * belongs. Parts may change their order; a number may not change its part.
 */
final class AddressForm {
    private static final Pattern INITIALS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern PARTS = Pattern.compile("[,;\n]");
    private static final Pattern TOKEN =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\p{Nd}+|[^" + Letters.SIGNS + "\\p{L}\\p{Nd}\\s]");
    /** Before a number they say nothing. */
    private static final Set<String> MUTE = Set.of("no", "nr", "num", "number", "nummer", "\u2116", "#");

    private AddressForm() {}

    /**
     * A number with what stands before and behind it; null where nothing does.
     *
     * @param among the words of its part, where it is the only number there, else null: such a part can be turned round
     */
    private record Figure(String digits, String before, String behind, List<String> among) {
        boolean stays(Figure as) {
            boolean beside = before != null && before.equals(as.before) || behind != null && behind.equals(as.behind);
            return digits.equals(as.digits) && (beside || among != null && among.equals(as.among));
        }
    }

    private record Read(List<String> words, List<Figure> figures, int postcodes) {}

    /** Null within the bound; {@code postcode} as it is known of the address, or null: its spacing is free. */
    static Bound exceeded(String before, String after, String postcode) {
        Read old = read(before, postcode);
        Read now = read(after, postcode);
        if (!old.words().equals(now.words())) {
            return Bound.OTHER_WORDS;
        }
        if (old.postcodes() != now.postcodes() || !digits(old).equals(digits(now))) {
            return Bound.FIGURES_DIFFER;
        }
        List<Figure> left = new ArrayList<>(old.figures());
        for (Figure figure : now.figures()) {
            Figure as = left.stream().filter(figure::stays).findFirst().orElse(null);
            if (as == null) {
                return Bound.FIGURE_MOVED;
            }
            left.remove(as);
        }
        return null;
    }

    private static List<String> digits(Read read) {
        return read.figures().stream().map(Figure::digits).sorted().toList();
    }

    private static Read read(String text, String postcode) {
        int postcodes = 0;
        String rest = text;
        if (postcode != null && !postcode.isBlank()) {
            Matcher found = spaced(postcode).matcher(text);
            postcodes = (int) found.results().count();
            rest = found.replaceAll(";");
        }
        List<List<String>> parts = new ArrayList<>();
        for (String part : PARTS.split(INITIALS.matcher(rest).replaceAll(""))) {
            List<String> tokens = tokens(part);
            if (!tokens.isEmpty()) {
                parts.add(tokens);
            }
        }
        List<String> words = parts.stream()
                .flatMap(List::stream)
                .filter(token -> !figure(token))
                .sorted()
                .toList();
        return new Read(words, figures(parts), postcodes);
    }

    private static Pattern spaced(String postcode) {
        StringBuilder all = new StringBuilder("(?<![\\p{L}\\p{Nd}])");
        postcode.codePoints().filter(Character::isLetterOrDigit).forEach(sign -> all.append(
                        Pattern.quote(Character.toString(sign)))
                .append("[ \u00A0\u202F-]*"));
        return Pattern.compile(all + "(?![\\p{L}\\p{Nd}])");
    }

    /** Words in lower case, without marks and written out; figures that stand side by side are one. */
    private static List<String> tokens(String part) {
        List<String> tokens = new ArrayList<>();
        Matcher each = TOKEN.matcher(part);
        while (each.find()) {
            String word = Letters.plain(each.group()).toLowerCase(Locale.ROOT);
            String written = Abbreviations.writtenOut(word);
            boolean besideFigure = !tokens.isEmpty() && figure(tokens.getLast()) && figure(written);
            if (besideFigure) {
                tokens.set(tokens.size() - 1, tokens.getLast() + "|" + written);
            } else if (!MUTE.contains(written)) {
                tokens.add(written);
            }
        }
        return tokens;
    }

    private static boolean figure(String token) {
        return Character.isDigit(token.codePointAt(0));
    }

    private static List<Figure> figures(List<List<String>> parts) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> part = parts.get(i);
            List<String> words =
                    part.stream().filter(token -> !figure(token)).sorted().toList();
            boolean only = words.size() == part.size() - 1 && (!words.isEmpty() || parts.size() == 1);
            for (int j = 0; j < part.size(); j++) {
                if (figure(part.get(j))) {
                    figures.add(new Figure(part.get(j), before(parts, i, j), behind(parts, i, j), only ? words : null));
                }
            }
        }
        return figures;
    }

    /** A number that is alone in its part stands beside the words of the parts around it. */
    private static String before(List<List<String>> parts, int part, int at) {
        if (at > 0) {
            return parts.get(part).get(at - 1);
        }
        return parts.get(part).size() == 1 && part > 0 ? parts.get(part - 1).getLast() : null;
    }

    private static String behind(List<List<String>> parts, int part, int at) {
        if (at + 1 < parts.get(part).size()) {
            return parts.get(part).get(at + 1);
        }
        boolean more = parts.get(part).size() == 1 && part + 1 < parts.size();
        return more ? parts.get(part + 1).getFirst() : null;
    }

    /** Abbreviations that addresses use, and what they stand for. */
    private static final class Abbreviations {
        private static final Map<String, String> FULL = new HashMap<>();

        static {
            say("street", "st", "str", "strasse");
            say("road", "rd");
            say("avenue", "ave", "av");
            say("boulevard", "blvd", "bd");
            say("building", "bldg", "bld");
            say("floor", "fl", "f");
            say("room", "rm");
            say("apartment", "apt");
            say("suite", "ste");
            say("block", "blk");
            say("tower", "twr");
            say("centre", "center", "ctr");
            say("square", "sq");
            say("lane", "ln");
            say("drive", "dr");
            say("highway", "hwy");
            say("district", "dist");
            say("province", "prov");
            say("region", "reg");
            say("industrial", "ind");
            say("international", "intl");
            say("ulitsa", "ul", "ulica");
            say("prospekt", "pr", "prosp");
            say("pereulok", "per");
            say("shosse", "sh");
            say("korpus", "korp");
            say("stroenie", "stroyeniye");
            say("kvartira", "kv");
            say("caddesi", "cad", "cd");
            say("sokak", "sok", "sk");
            say("mahallesi", "mah");
            say("bulvari", "bulv");
        }

        private Abbreviations() {}

        private static void say(String full, String... shorter) {
            for (String one : shorter) {
                FULL.put(one, full);
            }
        }

        static String writtenOut(String word) {
            return FULL.getOrDefault(word, word);
        }
    }
}
