package lockstep.evidence.parts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * How a version stands to containers, as its reader sees it.
 *
 * @param partOf what it was found in, or null
 * @param opening into its own parts, or null
 * @param openable whether the reader may have it opened now; {@code reason} why not, null if it is no container
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartsView(PartOf partOf, Opening opening, boolean container, boolean openable, String reason) {

    /** A container that the reader sees too, and where the part stood in it. */
    public record PartOf(UUID exhibitId, int version, String title, String path) {}

    /** The batch tells the parts and what failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opening(UUID batchId, String state, String reason, Instant askedAt, String account, Instant doneAt) {}
}
