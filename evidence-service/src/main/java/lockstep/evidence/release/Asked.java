package lockstep.evidence.release;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;

/**
 * What is asked for.
 *
 * @param to null for a downgrade
 * @param until null for good
 * @param marking what a downgrade asks for, else null
 */
public record Asked(
        ReleaseKind kind, List<VersionRef> items, Addressee to, String why, Instant until, Marking marking) {
    public Asked {
        items = List.copyOf(items);
    }
}
