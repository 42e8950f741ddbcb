package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a listing stands with what its authority printed; the newest prints and acceptances come first. */
public record Confirmation(
        String state,
        Instant dueAt,
        String reference,
        Instant seenAt,
        Person by,
        String printId,
        List<Run> difference,
        List<Print> prints,
        List<Acceptance> acceptances) {

    /** A run of text and in which of the two it stands: BOTH, RELEASED or PRINTED. */
    public record Run(String side, String text) {}

    /** One print as it was entered and compared; {@code by} null for who doesn't take part in the package. */
    public record Print(
            String id,
            String reference,
            Instant seenAt,
            String printed,
            String printedSha256,
            boolean agrees,
            Person by,
            Instant comparedAt) {}

    /** A difference that one publisher would accept, and the answer of another. */
    public record Acceptance(
            String id,
            String printId,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String confirmedBy,
            Instant confirmedAt,
            String refusedBy,
            Instant refusedAt,
            String refusal) {}

    public boolean is(String wanted) {
        return wanted.equals(state);
    }

    /** The print that the state goes by. */
    public Print last() {
        return prints.stream()
                .filter(its -> its.id().equals(printId))
                .findFirst()
                .orElse(prints.getFirst());
    }

    /** The acceptance that waits for another person. */
    public Optional<Acceptance> open() {
        return acceptances.stream()
                .filter(its -> its.confirmedAt() == null && its.refusedAt() == null)
                .filter(its -> its.printId().equals(printId))
                .findFirst();
    }
}
