package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** An exhibit's redacted copies, and what it is one of (or null). */
public record RedactionsView(List<Pair> copies, Pair of, AllowedAction bring) {

    /** A version of an exhibit. */
    public record Ref(String exhibitId, int version) {
        /** How a form names it. */
        public String ref() {
            return exhibitId + ":" + version;
        }
    }

    /**
     * A copy and what it stands for.
     *
     * @param check what the last look through it found, or null
     * @param fit whether it may go out
     */
    public record Pair(
            Ref copy,
            String title,
            String state,
            Ref of,
            String ofTitle,
            String removed,
            String reason,
            List<String> passages,
            String madeBy,
            Instant madeAt,
            Check check,
            boolean fit,
            AllowedAction mayCheck) {}

    /** What a look through a version found. */
    public record Check(int version, String outcome, List<String> left, String by, Instant at) {
        public String tone() {
            return switch (outcome) {
                case "GONE" -> "agreed";
                case "NO_TEXT" -> "waiting";
                default -> "stopped";
            };
        }
    }

    public boolean isAny() {
        return of != null || !copies.isEmpty();
    }
}
