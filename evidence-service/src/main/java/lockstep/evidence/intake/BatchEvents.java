package lockstep.evidence.intake;

import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/** What is journalled of batches; what came in is journalled as an exhibit. Neither names nor paths stand in it. */
final class BatchEvents {
    private static final String BATCH = "batch";

    private BatchEvents() {}

    /** A batch was opened. */
    public record Opened(UUID batchId, String sourceType, String relianceUse) {}

    /** A file of it did not become an exhibit. */
    public record Failed(UUID batchId, UUID uploadId, long length, String reason) {}

    /** Its sender gave a file up. */
    public record Terminated(UUID batchId, UUID uploadId) {}

    static JournalEntry opened(Batch batch) {
        String sourceType = batch.description().sourceType().told();
        String relianceUse = batch.description().relianceUse().name();
        return entry("batch.opened", batch, new Opened(batch.id(), sourceType, relianceUse));
    }

    static JournalEntry failed(Batch batch, Upload upload) {
        Failed payload = new Failed(batch.id(), upload.id(), upload.length(), upload.reason());
        return entry("batch.upload-failed", batch, payload);
    }

    static JournalEntry terminated(Batch batch, Upload upload) {
        return entry("batch.upload-terminated", batch, new Terminated(batch.id(), upload.id()));
    }

    static void attempted(Attempt attempt, Batch batch) {
        attempt.on("batch.upload-begun", BATCH, batch.id(), 0, null, protection(batch));
    }

    private static JournalEntry entry(String type, Batch batch, Object payload) {
        return new JournalEntry(type, 1, BATCH, batch.id(), 0, null, null, protection(batch), payload);
    }

    /** What comes in is its agency's own business until it is an exhibit. */
    private static Protection protection(Batch batch) {
        return new Protection(batch.caseId(), null, batch.owner(), batch.marking(), Audience.AGENCY, batch.owner());
    }
}
