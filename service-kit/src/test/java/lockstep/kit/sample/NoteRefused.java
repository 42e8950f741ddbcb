package lockstep.kit.sample;

/** A refusal as a feature's domain throws it. */
public class NoteRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoteRefused(String why) {
        super(why);
    }
}
