package lockstep.evidence.integrity;

import java.time.Instant;
import lockstep.evidence.storage.Damage;

/**
 * What the last look at stored content found.
 *
 * @param verifiedAt null: nobody has looked yet, or before the exhibit was brought
 * @param damagedSince null: it was whole
 */
public record Integrity(Instant verifiedAt, Instant damagedSince, Damage damage) {
    static final Integrity NOT_YET = new Integrity(null, null, null);

    public boolean damaged() {
        return damagedSince != null;
    }

    /** To an exhibit that is newer: that its bytes were known before is told to nobody. */
    public Integrity since(Instant exhibit) {
        return verifiedAt == null || !verifiedAt.isBefore(exhibit) ? this : new Integrity(null, damagedSince, damage);
    }
}
