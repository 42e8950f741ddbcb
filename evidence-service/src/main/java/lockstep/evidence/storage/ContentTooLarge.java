package lockstep.evidence.storage;

/** More bytes came than one exhibit may have. */
public class ContentTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ContentTooLarge(long limit) {
        super("The content is larger than " + limit + " bytes.");
    }
}
