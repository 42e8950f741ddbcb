package lockstep.evidence.exhibit.web;

import java.util.List;
import lockstep.evidence.exhibit.DescriptionInput;
import lockstep.kit.web.MarkingInput;

/** A correction as it was sent: a whole new description, and why. */
public record CorrectionInput(
        String reason,
        String title,
        String sourceType,
        String sourceUrl,
        String archivedUrl,
        String collectedAt,
        List<String> languages,
        String reliability,
        Integer credibility,
        String relianceUse,
        String personalData,
        String mediaType,
        MarkingInput marking,
        String declaredSha256) {

    DescriptionInput description() {
        return new DescriptionInput(
                title,
                sourceType,
                sourceUrl,
                archivedUrl,
                collectedAt,
                languages,
                reliability,
                credibility,
                relianceUse,
                personalData,
                mediaType,
                marking,
                declaredSha256);
    }
}
