package lockstep.evidence.exhibit;

import java.util.List;
import lockstep.kit.web.MarkingInput;

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
        String personalData,
        String mediaType,
        MarkingInput marking,
        String declaredSha256) {}
