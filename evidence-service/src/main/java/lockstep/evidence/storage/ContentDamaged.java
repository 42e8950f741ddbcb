package lockstep.evidence.storage;

import java.util.UUID;

/** Stored bytes are not what was sealed: nothing of them may be served. */
public class ContentDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Damage damage;

    ContentDamaged(UUID blob, Damage damage, String why, Throwable cause) {
        super("blob " + blob + ": " + why, cause);
        this.damage = damage;
    }

    ContentDamaged(UUID blob, Damage damage, String why) {
        this(blob, damage, why, null);
    }

    public Damage damage() {
        return damage;
    }
}
