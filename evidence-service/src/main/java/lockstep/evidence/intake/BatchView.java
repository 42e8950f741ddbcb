package lockstep.evidence.intake;

import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Marking;

/**
 * A batch as the agency's people see it, with what has become of its files so far.
 *
 * @param ofParts a container was opened into it, so no file can be sent to it
 * @param container that exhibit, if its reader sees it
 */
public record BatchView(
        UUID id,
        UUID caseId,
        String owner,
        String title,
        Marking marking,
        Instant createdAt,
        String account,
        boolean ofParts,
        UUID container,
        Counts counts,
        Bytes bytes) {

    /** How many files. */
    public record Counts(long receiving, long accepted, long failed) {}

    /** Of files that are coming or have come: how many bytes they have, and how many of these are safely here. */
    public record Bytes(long announced, long received) {}
}
