package lockstep.evidence.storage;

/** Somebody else is writing to this blob. */
public class PartialHeld extends RuntimeException {
    private static final long serialVersionUID = 1;
}
