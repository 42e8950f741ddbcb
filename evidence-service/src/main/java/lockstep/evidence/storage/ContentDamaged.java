package lockstep.evidence.storage;

import java.util.UUID;

/** Stored bytes are not what was sealed: nothing of them may be served. */
public class ContentDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ContentDamaged(UUID blob, String why, Throwable cause) {
        super("blob " + blob + ": " + why, cause);
    }

    ContentDamaged(UUID blob, String why) {
        this(blob, why, null);
    }
}
