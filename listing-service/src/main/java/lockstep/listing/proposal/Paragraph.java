package lockstep.listing.proposal;

import java.util.List;

/**
 * One paragraph of the reasons: a FACT cites exhibit versions, a CONCLUSION names the criterion it concludes on.
 *
 * @param selfSufficient this reason stands alone on evidence that the party can be shown (Kadi II, C-584/10 P)
 */
public record Paragraph(Type type, String text, List<Citation> cites, String criterion, boolean selfSufficient) {
    public enum Type {
        FACT,
        CONCLUSION
    }

    public Paragraph {
        cites = cites == null ? List.of() : List.copyOf(cites);
    }

    /** The same reason, worded so. */
    public Paragraph reading(String worded) {
        return new Paragraph(type, worded, cites, criterion, selfSufficient);
    }
}
