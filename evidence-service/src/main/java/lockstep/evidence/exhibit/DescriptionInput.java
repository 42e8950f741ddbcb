package lockstep.evidence.exhibit;

import java.util.List;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;

/** A description as it was sent, not checked yet: see {@link DescriptionCheck}. */
public record DescriptionInput(
        String title,
        String sourceType,
        String sourceUrl,
        String archivedUrl,
        String collectedAt,
        List<String> languages,
        String reliability,
        Integer credibility,
        String relianceUse,
        String mediaType,
        MarkingInput marking,
        String declaredSha256) {

    /** A marking as it was sent; left out altogether, the exhibit is its originator's alone. */
    public record MarkingInput(String level, Boolean orcon, List<String> relTo, Tlp tlp, List<String> named) {
        Marking marking() {
            return new Marking(
                    level,
                    Boolean.TRUE.equals(orcon),
                    relTo == null ? List.of() : relTo,
                    tlp == null ? Tlp.AMBER : tlp,
                    named == null ? List.of() : named);
        }
    }
}
