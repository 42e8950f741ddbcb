package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;
import lockstep.e2e.source.SourceRow;
import lockstep.e2e.source.SubjectText;
import lockstep.e2e.source.Transcription;

/** A row's target as the analyst describes it; what the service objects to is recorded, and the printed form kept. */
final class SubjectWay {
    private final Caller analyst;
    private final SourceRow row;
    private final Ledger ledger;
    private final Tally tally;
    private final String step;

    SubjectWay(Caller analyst, SourceRow row, Ledger ledger, Tally tally, String prefix) {
        this.analyst = analyst;
        this.row = row;
        this.ledger = ledger;
        this.tally = tally;
        this.step = prefix + "subject";
    }

    String describe(String caseId) {
        String path = "/cases/" + caseId + "/subjects";
        return written(
                text -> analyst.post(path, text, ledger.key(step)),
                kept -> analyst.post(path, kept, ledger.key(step + "-as-printed")));
    }

    /** The same target, described anew. */
    String revise(String id) {
        return written(text -> put(id, text), kept -> put(id, kept));
    }

    private JsonNode put(String id, SubjectText text) {
        String version = analyst.get("/subjects/" + id).path("version").asText();
        return analyst.put("/subjects/" + id, text, "\"" + version + "\"");
    }

    private String written(Function<SubjectText, JsonNode> write, Function<SubjectText, JsonNode> writeKept) {
        SubjectText text = Transcription.of(row);
        notesOn(text);
        if (ledger.id(step).isEmpty()) {
            JsonNode subject;
            try {
                subject = write.apply(text);
            } catch (Refused refused) {
                text = keptAsPrinted(text, refused);
                subject = writeKept.apply(text);
            }
            ledger.acknowledge(step, subject.path("id").asText());
        }
        String id = ledger.id(step).orElseThrow();
        nameless(id, text);
        return id;
    }

    private void notesOn(SubjectText text) {
        text.identifiers().stream()
                .filter(number -> number.note() != null)
                .forEach(number -> tally.note(Tally.Kind.OTHER_NUMBER, row, number.value() + ": " + number.note()));
        if (row.namesAlone()) {
            tally.note(Tally.Kind.NAMES_ALONE, row, "country " + text.country());
        }
    }

    /** Records why no name in the country's own script is given, where the service says that one is missing. */
    private void nameless(String id, SubjectText text) {
        JsonNode subject = analyst.get("/subjects/" + id);
        boolean reasonGiven = subject.path("text").hasNonNull("noNativeNameReason");
        boolean missing = Json.items(subject.path("missing"))
                .anyMatch(reason ->
                        reason.toString().toLowerCase().replace('_', '-').contains("native-script-name"));
        if (missing || reasonGiven) {
            tally.note(Tally.Kind.NO_NATIVE_NAME, row, "country " + text.country());
        }
        if (missing) {
            put(
                    id,
                    text.withoutNativeName(
                            "The printed entry gives no name in the script of that country's registers."));
        }
    }

    private SubjectText keptAsPrinted(SubjectText text, Refused refused) {
        SubjectText kept = text;
        for (JsonNode error : refused.errors()) {
            String[] pointer = error.path("pointer").asText().split("/");
            if (refused.answer().status() != 422 || pointer.length < 3 || !pointer[1].equals("identifiers")) {
                throw refused;
            }
            int n = Integer.parseInt(pointer[2]);
            String why = error.path("reason").asText();
            kept = kept.keeping(n, "Printed so in the Official Journal (" + why + ").");
            tally.note(
                    Tally.Kind.KEPT_AS_PRINTED, row, text.identifiers().get(n).value() + ": " + why);
        }
        return kept;
    }
}
