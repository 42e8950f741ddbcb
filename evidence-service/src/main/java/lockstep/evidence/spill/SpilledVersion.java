package lockstep.evidence.spill;

import java.util.UUID;
import lockstep.auth.Marking;

/** A version that a spill froze, seen by whoever acts or not; what is journalled of it is protected by its own marking. */
record SpilledVersion(UUID id, UUID exhibitId, int n, UUID caseId, Marking marking) {

    SpilledVersion marked(Marking anew) {
        return new SpilledVersion(id, exhibitId, n, caseId, anew);
    }
}
