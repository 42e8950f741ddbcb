package lockstep.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** One journalled event as the peer hands it over; {@code position} rises without gaps over all types. */
public record FeedEvent(
        long position,
        UUID eventId,
        String type,
        int schemaVersion,
        Instant occurredAt,
        String aggregateType,
        UUID aggregateId,
        int revision,
        UUID caseId,
        UUID scopeId,
        String programme,
        JsonNode payload) {}
