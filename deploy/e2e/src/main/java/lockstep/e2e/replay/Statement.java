package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;

/** The text of an entry's proposal: two facts with their exhibits, one conclusion on a criterion of the programme. */
public final class Statement {
    private final Officials officials;
    private final String ground;
    private final String criterion;
    private final Set<String> typed;
    private final Map<String, Object> terms = new LinkedHashMap<>();

    /** Takes ground, criterion and required terms from the programme as the service has it. */
    public Statement(Officials officials, JsonNode programme) {
        this.officials = officials;
        ground = programme.path("grounds").path(0).path("code").asText();
        criterion = programme.path("criteria").path(0).path("code").asText();
        typed = Json.items(programme.path("terms"))
                .map(term -> either(term, "code", "name").asText())
                .collect(Collectors.toSet());
        Json.items(programme.path("terms"))
                .filter(term -> term.path("required").asBoolean())
                .forEach(term -> terms.put(
                        either(term, "code", "name").asText(),
                        either(term, "choices", "values").path(0).asText(unchosen(term))));
    }

    private static String unchosen(JsonNode term) {
        return term.path("type").asText().equals("DATE") ? "2029-11-24" : "none";
    }

    private static JsonNode either(JsonNode term, String one, String other) {
        return term.has(one) ? term.path(one) : term.path(other);
    }

    /** {@code amends}: the listing that is to be changed, or null for an addition. */
    Map<String, Object> of(SourceRow row, String subjectId, String amends, String printedRow, String register) {
        return object(
                "programme",
                officials.programme(),
                "kind",
                amends == null ? "ADD" : "AMEND",
                "subjectId",
                subjectId,
                "listingId",
                amends,
                "ground",
                ground,
                "criteria",
                List.of(criterion),
                "reasons",
                List.of(
                        fact(
                                row.name() + " is described in the file with the names, numbers and addresses that"
                                        + " the printed entry " + row.reference() + " gives.",
                                printedRow,
                                false),
                        fact("The company register shows " + row.name() + " under the same numbers.", register, true),
                        object(
                                "type",
                                "CONCLUSION",
                                "text",
                                "Therefore " + row.name() + " meets the criterion.",
                                "cites",
                                List.of(),
                                "criterion",
                                criterion,
                                "selfSufficient",
                                false)),
                "terms",
                termsOf(row),
                "note",
                sentence(row.described()),
                "marking",
                officials.marking());
    }

    /** What the row itself says of the programme's terms, over what the programme asks for. */
    private Map<String, Object> termsOf(SourceRow row) {
        Map<String, Object> its = new LinkedHashMap<>(terms);
        row.part().filter(part -> typed.contains("part")).ifPresent(part -> its.put("part", part));
        row.applicable()
                .filter(date -> typed.contains("applicableFrom"))
                .ifPresent(date -> its.put("applicableFrom", date.toString()));
        return its;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Map<String, Object> fact(String text, String exhibit, boolean selfSufficient) {
        return object(
                "type",
                "FACT",
                "text",
                text,
                "cites",
                List.of(object("exhibitId", exhibit, "version", 1)),
                "selfSufficient",
                selfSufficient);
    }
}
