package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** What is told of an exhibit's source; {@code pseudonym} null: nothing is sealed. */
public record SourceView(
        String pseudonym, List<Handling> handlers, List<Candidate> candidates, List<AllowedAction> allowedActions) {

    /** Somebody who is, was or is to be a handler. */
    public record Handling(
            String id,
            String account,
            String state,
            String namedBy,
            Instant namedAt,
            String confirmedBy,
            Instant confirmedAt,
            String endedBy,
            Instant endedAt,
            List<AllowedAction> allowedActions) {

        public boolean isHandler() {
            return "HANDLES".equals(state);
        }

        public boolean isWaiting() {
            return "NAMED".equals(state);
        }

        /** What its reader may do about it. */
        public List<String> acts() {
            return allowedActions.stream()
                    .filter(AllowedAction::allowed)
                    .map(AllowedAction::action)
                    .toList();
        }
    }

    /** Who could be named. */
    public record Candidate(String sub, String account) {}

    /** One who handles it alone is one accident away from nobody. */
    public boolean isAlone() {
        return handlers.stream().filter(Handling::isHandler).count() == 1;
    }
}
