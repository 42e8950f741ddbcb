package lockstep.listing.programme;

import java.util.regex.Pattern;

/**
 * How the authority's print of what was released is cited, and by when a publisher should have seen it.
 *
 * @param reference what is cited, in words, e.g. the act's ELI
 * @param form regular expression of it; null: any text
 * @param example null where the form says enough
 * @param confirmWithin from the release on; no legal rule sets it
 */
public record AwaitedPrint(String reference, String form, String example, Span confirmWithin) {
    /** Where a programme says nothing of it. */
    static final AwaitedPrint USUAL = new AwaitedPrint("where it was printed", null, null, new Span("P5D"));

    public AwaitedPrint {
        reference = reference == null ? USUAL.reference : reference;
        confirmWithin = confirmWithin == null ? new Span("P5D") : confirmWithin;
    }

    public boolean accepts(String cited) {
        return form == null || Pattern.matches(form, cited);
    }
}
