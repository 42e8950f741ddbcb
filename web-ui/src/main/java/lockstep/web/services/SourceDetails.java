package lockstep.web.services;

/** Who a protected source is, for the one page that shows it. */
public record SourceDetails(String identity, String contact, String notes) {

    /** So that no log ever says it. */
    @Override
    public String toString() {
        return "SourceDetails[sealed]";
    }
}
