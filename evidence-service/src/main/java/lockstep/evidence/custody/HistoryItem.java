package lockstep.evidence.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One journal row as the history shows it; the same shape in both services.
 *
 * @param withheld the reader audits the case, but the policy grants no content: the payload is an outline
 */
public record HistoryItem(
        UUID eventId,
        String type,
        Instant occurredAt,
        Person actor,
        String agency,
        String seat,
        String aggregateType,
        UUID aggregateId,
        int revision,
        UUID caseId,
        UUID scopeId,
        String programme,
        String outcome,
        JsonNode payload,
        List<Cited> exhibits,
        String packageHash,
        boolean withheld) {

    /** Who acted: a pseudonym; the account only where it is known here. */
    public record Person(String sub, String account) {}

    /** The version that a row is about, with the digest of its content if it had one then. */
    public record Cited(UUID exhibitId, int version, String sha256) {}
}
