package lockstep.evidence.parts;

/** Another replica has taken over: whoever meets this stops and writes nothing more. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;
}
