package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A programme as data: its law, stages, seats, criteria with their text, grounds and terms. */
public record ProgrammeView(
        String code,
        String name,
        String law,
        String zone,
        List<Stage> stages,
        List<JsonNode> seats,
        List<Criterion> criteria,
        List<Ground> grounds,
        List<Term> terms,
        List<String> kinds) {

    /** One step of the way that a proposal goes. */
    public record Stage(String code, String body, String rule, boolean silence, boolean adopting, JsonNode onlyByEscalation) {

        public boolean escalationOnly() {
            return onlyByEscalation != null && onlyByEscalation.asBoolean(false);
        }
    }

    /** A ground in law with its text and source. */
    public record Criterion(String code, String text, String source) {}

    /** A factual ground with what must be shown for it. */
    public record Ground(String code, String text, List<String> checklist) {}

    /** One typed field of what is decided. */
    public record Term(String name, String type, boolean required, List<String> values) {}

    public Optional<Criterion> criterion(String wanted) {
        return criteria.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    public Optional<Ground> ground(String wanted) {
        return grounds.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }
}
