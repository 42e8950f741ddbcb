package lockstep.evidence.integrity;

import java.time.Instant;
import lockstep.evidence.storage.Damage;

/**
 * What the last look at stored content found.
 *
 * @param verifiedAt null: nobody has looked yet
 * @param damagedSince null: it was whole
 */
public record Integrity(Instant verifiedAt, Instant damagedSince, Damage damage) {
    static final Integrity NOT_YET = new Integrity(null, null, null);

    public boolean damaged() {
        return damagedSince != null;
    }
}
