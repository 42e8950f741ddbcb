package lockstep.evidence.exhibit;

import java.util.List;
import java.util.UUID;

/**
 * A change of one exhibit's description as it was sent, not checked yet; what is left out stays.
 *
 * @param versionRead the version whose description was in view
 * @param sourceUrl empty: there is none
 * @param archivedUrl empty: there is none
 */
public record DescriptionChangeInput(
        UUID exhibitId,
        Integer versionRead,
        String title,
        String sourceType,
        String sourceUrl,
        String archivedUrl,
        String collectedAt,
        List<String> languages,
        String reliability,
        Integer credibility,
        String relianceUse,
        String personalData) {}
