package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lockstep.web.services.HistoryItem;

/** The sentence under a journal row: what its payload says in words a reader knows; other facts stay in the journal. */
final class HistoryDetail {
    private static final List<String> WORDS =
            List.of("reason", "text", "note", "reply", "whatChanged", "title", "agency", "account");

    private static final String SCANNED = "exhibit.scanned";

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
            String said = item.type().equals(SCANNED) ? "" : payload.path(name).asText("");
            if (!said.isBlank() && !told.contains(said)) {
                told.add(Conclusions.find(language, said).orElse(Messages.text(language, "word.quote", said)));
            }
        }
        custody(item, language, told);
        if (item.type().startsWith("release.") && payload.hasNonNull("to")) {
            told.add((refusedInPart(item) ? "" : "→ ")
                    + payload.path("to").asText().replaceFirst("^electorate:", ""));
        }
        if (item.withheld()) {
            told.add(Messages.find(language, "history.withheld").orElseThrow());
        }
        return String.join(" · ", told);
    }

    /** What stands only in the rows about an exhibit's content. */
    private static void custody(HistoryItem item, Locale language, List<String> told) {
        JsonNode payload = item.payload();
        if (payload.hasNonNull("medium")) {
            told.add(Messages.text(language, "medium." + payload.get("medium").asText()) + " → "
                    + payload.path("receiver").asText());
            String at = payload.path("handedOverAt").asText();
            told.add(Messages.text(language, "custody.handed-over", Shown.when(Instant.parse(at))));
        }
        if (payload.hasNonNull("purpose")) {
            told.add(Messages.text(
                    language, "custody.purpose", payload.get("purpose").asText()));
        }
        if (payload.hasNonNull("copy")) {
            told.add(Messages.text(language, "custody.copy", payload.get("copy").asText()));
        }
        if (payload.path("redactedCopy").isObject()) {
            String copy = payload.get("redactedCopy").path("exhibitId").asText();
            told.add(Messages.text(language, "custody.redacted-copy", copy));
        }
        if (item.type().equals("exhibit.redaction-checked")) {
            word(payload, "outcome", "redaction-found", language, told);
        }
        if (item.type().equals(SCANNED)) {
            word(payload, payload.path("reason").asText("").isEmpty() ? "outcome" : "reason", "scan", language, told);
            Stream.of("signature", "engine")
                    .map(name -> payload.path(name).asText(""))
                    .filter(said -> !said.isEmpty())
                    .findFirst()
                    .ifPresent(told::add);
        }
    }

    /** A decision is told of an exhibit as it was taken on that one, and of a request as it was taken on all that it asked for. */
    static String happened(HistoryItem item) {
        JsonNode payload = item.payload();
        if (payload == null) {
            return item.type();
        }
        if (refusedInPart(item)) {
            return "release.denied";
        }
        if (!item.type().equals("release.approved")) {
            return item.type();
        }
        boolean asCopy = payload.path("outcome").asText().equals("AS_COPY");
        boolean partial = payload.path("status").asText().equals("PARTIAL");
        return asCopy ? "release.as-copy" : partial ? "release.partial" : item.type();
    }

    private static boolean refusedInPart(HistoryItem item) {
        return item.type().startsWith("release.")
                && item.payload().path("outcome").asText().equals("DENIED");
    }

    private static void word(JsonNode payload, String name, String family, Locale language, List<String> told) {
        String value = payload.path(name).asText("");
        if (!value.isBlank()) {
            told.add(Messages.find(language, family + "." + value).orElse(value));
        }
    }
}
