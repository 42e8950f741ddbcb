package lockstep.evidence.storage;

/** The key that wraps a blob's own key isn't here, or another one stands under its id: the content may well be whole. */
public class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long id;

    KeyMissing(long id) {
        super("The key-encryption key " + id + " is missing, under which this content was sealed; nothing is lost.");
        this.id = id;
    }

    public long id() {
        return id;
    }
}
