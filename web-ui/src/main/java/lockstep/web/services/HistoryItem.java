package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** One row of a journal: who did, was refused or read what, from which seat, on which revision and exhibit versions. */
public record HistoryItem(
        String eventId,
        String type,
        Instant occurredAt,
        Person actor,
        String agency,
        String seat,
        String aggregateType,
        String aggregateId,
        Integer revision,
        String caseId,
        String programme,
        String outcome,
        JsonNode payload,
        List<ExhibitRef> exhibits,
        String packageHash,
        boolean withheld,
        String standsFor) {

    /** An exhibit version that the act rested on. */
    public record ExhibitRef(String exhibitId, int version, String sha256) {}

    /** False where nothing is told of who acted but the agency. */
    public boolean isNamed() {
        return actor != null && (actor.account() != null || actor.sub() != null);
    }

    public boolean isRevisionShown() {
        return revision != null && revision > 0;
    }
}
