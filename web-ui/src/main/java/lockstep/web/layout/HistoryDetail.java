package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.web.services.HistoryItem;

/** The sentence under a journal row: what its payload says in words a reader knows; other facts stay in the journal. */
final class HistoryDetail {
    private static final List<String> WORDS =
            List.of("reason", "text", "note", "reply", "whatChanged", "title", "agency", "account");

    private HistoryDetail() {}

    static String of(HistoryItem item, Locale language) {
        JsonNode payload = item.payload();
        if (payload == null || !payload.isObject()) {
            return "";
        }
        List<String> told = new ArrayList<>();
        if ("REFUSED".equals(item.outcome())) {
            told.add(Reasons.text(
                    language,
                    payload.path("code").asText(""),
                    payload.path("text").asText(null)));
            return String.join(" · ", told);
        }
        word(payload, "choice", "choice", language, told);
        word(payload, "code", "code", language, told);
        word(payload, "damage", "damage", language, told);
        for (String name : WORDS) {
            String said = payload.path(name).asText("");
            if (!said.isBlank() && !told.contains(said)) {
                told.add("“" + said + "”");
            }
        }
        if (item.type().startsWith("release.") && payload.hasNonNull("to")) {
            told.add("→ " + payload.path("to").asText().replaceFirst("^electorate:", ""));
        }
        if (item.withheld()) {
            told.add(Messages.find(language, "history.withheld").orElseThrow());
        }
        return String.join(" · ", told);
    }

    private static void word(JsonNode payload, String name, String family, Locale language, List<String> told) {
        String value = payload.path(name).asText("");
        if (!value.isBlank()) {
            told.add(Messages.find(language, family + "." + value).orElse(value));
        }
    }
}
