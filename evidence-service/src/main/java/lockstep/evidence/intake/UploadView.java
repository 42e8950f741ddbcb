package lockstep.evidence.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of a batch, as the agency's people see it.
 *
 * @param offset bytes that are safely there
 * @param reason why it failed
 * @param exhibitId what it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadView(
        UUID id,
        UUID batchId,
        String name,
        String relativePath,
        String mediaType,
        long length,
        long offset,
        UploadState state,
        String reason,
        UUID exhibitId,
        Instant createdAt,
        String account,
        Instant expiresAt) {

    public static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.batchId(),
                upload.name(),
                upload.relativePath(),
                upload.mediaType(),
                upload.length(),
                upload.received(),
                upload.state(),
                upload.reason(),
                upload.exhibitId(),
                upload.createdAt(),
                upload.createdAccount(),
                upload.expiresAt());
    }
}
