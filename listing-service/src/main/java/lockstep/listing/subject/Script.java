package lockstep.listing.subject;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which script (ISO 15924) a name is written in: proposed from its letters, and checked against a declared one. */
public final class Script {
    /** Declared codes that stand for several scripts in one text. */
    private static final Map<String, Set<String>> COMPOSED = Map.of(
            "Jpan", Set.of("Hani", "Hira", "Kana"),
            "Hrkt", Set.of("Hira", "Kana"),
            "Kore", Set.of("Hang", "Hani"),
            "Hans", Set.of("Hani"),
            "Hant", Set.of("Hani"));

    private static final Set<String> EAST_ASIAN = Set.of("Hani", "Hira", "Kana", "Hang", "Bopo");
    private static final String NO_LETTERS = "Zyyy";

    private Script() {}

    /** The script of most letters; {@code Jpan} and {@code Kore} for their mixtures; {@code Zyyy} without letters. */
    public static String proposedFor(String text) {
        Map<String, Integer> letters = new LinkedHashMap<>();
        text.codePoints().filter(UCharacter::isLetter).forEach(letter -> letters.merge(of(letter), 1, Integer::sum));
        letters.remove(NO_LETTERS);
        boolean kana = letters.containsKey("Hira") || letters.containsKey("Kana");
        String most = letters.entrySet().stream()
                .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
                .map(Map.Entry::getKey)
                .orElse(NO_LETTERS);
        if (kana && letters.containsKey("Hani") && EAST_ASIAN.contains(most)) {
            return "Jpan";
        }
        return most.equals("Hang") && letters.containsKey("Hani") ? "Kore" : most;
    }

    /** True for a code of ISO 15924. */
    public static boolean known(String code) {
        return code != null
                && (COMPOSED.containsKey(code)
                        || code.matches("[A-Z][a-z]{3}") && UScript.getCodeFromName(code) != UScript.INVALID_CODE);
    }

    /**
     * True if the text has a whole word in that script, or letters of no other. One Cyrillic letter inside a Latin word
     * doesn't make the name Cyrillic.
     */
    public static boolean writes(String code, String text) {
        Set<String> members = COMPOSED.getOrDefault(code, Set.of(code));
        List<Set<String>> words = words(text);
        if (words.isEmpty()) {
            return code.equals(NO_LETTERS);
        }
        return words.stream().anyMatch(members::containsAll);
    }

    /** True if a word mixes scripts that no language writes in one word: a sign of look-alike letters. */
    public static boolean mixesWithinWord(String text) {
        return words(text).stream().anyMatch(scripts -> scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts));
    }

    private static List<Set<String>> words(String text) {
        List<Set<String>> words = new ArrayList<>();
        Set<String> word = new TreeSet<>();
        for (int codePoint : text.codePoints().toArray()) {
            if (UCharacter.isLetter(codePoint)) {
                String script = of(codePoint);
                if (!script.equals(NO_LETTERS)) {
                    word.add(script);
                }
            } else if (!continuesWord(codePoint) && !word.isEmpty()) {
                words.add(word);
                word = new TreeSet<>();
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    private static boolean continuesWord(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private static String of(int letter) {
        int script = UScript.getScript(letter);
        return script == UScript.COMMON || script == UScript.INHERITED || script == UScript.UNKNOWN
                ? NO_LETTERS
                : UScript.getShortName(script);
    }
}
