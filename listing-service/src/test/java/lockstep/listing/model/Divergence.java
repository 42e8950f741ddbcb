package lockstep.listing.model;

/** The service and the model did not do the same. */
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;

    Divergence(String what) {
        super(what);
    }

    /** What two divergences have in common that are likely to have one cause. */
    String kind() {
        return getMessage()
                .replaceAll("[0-9T:.Z-]+", "")
                .lines()
                .limit(2)
                .toList()
                .toString();
    }
}
