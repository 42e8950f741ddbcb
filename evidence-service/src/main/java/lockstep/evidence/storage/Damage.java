package lockstep.evidence.storage;

/** In what stored content is not what was sealed. */
public enum Damage {
    /** Its bytes are not there. */
    GONE,
    /** A piece was changed, moved, left out or cut off. */
    SEAL,
    /** More bytes than were sealed. */
    LENGTH,
    /** Its SHA-256 is another one. */
    DIGEST,
    /** Its own key does not open, though what wraps it is the right one. */
    KEY
}
