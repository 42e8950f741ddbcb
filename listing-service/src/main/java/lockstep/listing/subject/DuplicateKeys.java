package lockstep.listing.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys by which two texts may be found to speak of one target: equal keys are a reason to look, never a judgement.
 * Identifiers: {@code id:USCC:…}, {@code id:TAX:RU:…}; names: {@code name:} and the name without legal form,
 * punctuation, spaces, case and script.
 */
final class DuplicateKeys {
    private static final Pattern QUOTED = Pattern.compile("[«“\"„‘]([^«»“”\"„‘’]{3,})[»”\"“’]");
    private static final Pattern BRACKETED = Pattern.compile("[(（]([^()（）]*)[)）]");
    private static final int SHORTEST = 4;

    private DuplicateKeys() {}

    static SortedSet<String> of(Identifier identifier) {
        SortedSet<String> keys = new TreeSet<>();
        if (identifier.type() == null || identifier.value() == null) {
            return keys;
        }
        String number = identifier.normalised();
        String country = identifier.country();
        keys.add(key(identifier.type(), country, number));
        // a MERSIS number holds the company's tax number, a GSTIN its PAN: the same company under another label
        if (identifier.type() == IdentifierType.MERSIS && number.matches("0[0-9]{15}")) {
            keys.add(key(IdentifierType.TAX, "TR", number.substring(1, 11)));
        }
        if (identifier.type() == IdentifierType.GSTIN && number.length() == 15) {
            keys.add(key(IdentifierType.PAN, "IN", number.substring(2, 12)));
        }
        return keys;
    }

    private static String key(IdentifierType type, String country, String number) {
        return switch (type) {
            case INN, TAX -> taxKey(country, number);
            case BIN -> "id:TAX:KZ:" + number;
            case PAN -> "id:TAX:IN:" + number;
            case REGISTER, VAT, LICENCE, PASSPORT, NATIONAL_ID, OTHER ->
                "id:" + type + ":" + (country == null ? "" : country) + ":" + number;
            case USCC, HK_CR, HK_BRN, OGRN, OGRNIP, KPP, MERSIS, CBLS, CIN, GSTIN -> "id:" + type + ":" + number;
            case LEI, DUNS, SWIFT, IMO, MMSI, WALLET -> "id:" + type + ":" + number;
        };
    }

    /** China's tax number is the USCC; elsewhere a tax number is known by its country, whatever a source calls it. */
    private static String taxKey(String country, String number) {
        return "CN".equals(country) ? "id:USCC:" + number : "id:TAX:" + (country == null ? "" : country) + ":" + number;
    }

    /**
     * The whole name, the name without what stands in brackets, and each bracketed or quoted part of two telling words:
     * one alone ("Signal", "Vympel") is the name of many plants.
     */
    static SortedSet<String> of(Name name) {
        SortedSet<String> keys = new TreeSet<>();
        if (name.full() == null || name.quality() == Name.Quality.WEAK) {
            return keys;
        }
        add(keys, name.full(), 1);
        Matcher brackets = BRACKETED.matcher(name.full());
        add(keys, brackets.replaceAll(" "), 1);
        brackets.reset().results().forEach(part -> add(keys, part.group(1), 2));
        QUOTED.matcher(name.full()).results().forEach(part -> add(keys, part.group(1), 2));
        return keys;
    }

    private static void add(SortedSet<String> keys, String written, int fewestOwnWords) {
        List<String> telling = withoutLegalForms(written);
        String folded = String.join("", telling);
        long ownWords =
                telling.stream().filter(word -> !LegalForms.common(word)).count();
        if (folded.length() >= SHORTEST && ownWords >= fewestOwnWords) {
            keys.add("name:" + folded);
        }
    }

    private static List<String> withoutLegalForms(String written) {
        String rest = written;
        for (String form : LegalForms.EAST_ASIAN) {
            rest = rest.replace(form, " ");
        }
        List<String> tokens = LatinWords.of(rest);
        List<String> telling = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int legalForm = LegalForms.lengthAt(tokens, i);
            if (legalForm == 0) {
                telling.add(tokens.get(i));
            }
            i += Math.max(1, legalForm);
        }
        return telling;
    }
}
