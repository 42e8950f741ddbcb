package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.evidence.transfer.PersonalData;

/**
 * What is said about one version of an exhibit when it is brought; checked by {@link DescriptionCheck}.
 *
 * @param credibility of the information, from 1 (confirmed) to 6 (cannot be judged)
 * @param personalData null: not said
 * @param declaredSha256 lower-case hex digest that the content must have, or null
 */
public record Description(
        String title,
        SourceType sourceType,
        String sourceUrl,
        String archivedUrl,
        Instant collectedAt,
        List<String> languages,
        Reliability reliability,
        int credibility,
        RelianceUse relianceUse,
        PersonalData personalData,
        String mediaType,
        Marking marking,
        String declaredSha256) {

    public Description {
        languages = List.copyOf(languages);
    }

    /** The same said of one file: under its own name, and as what it was sent. */
    public Description of(String fileTitle, String fileMediaType) {
        return new Description(
                fileTitle,
                sourceType,
                sourceUrl,
                archivedUrl,
                collectedAt,
                languages,
                reliability,
                credibility,
                relianceUse,
                personalData,
                fileMediaType,
                marking,
                declaredSha256);
    }

    /** Of a copy that stands for it and tells nothing of it: neither its name, nor its digest, nor where it was found. */
    public Description asCopy(String copyTitle, String copyMediaType, Marking copyMarking) {
        return new Description(
                copyTitle,
                sourceType,
                null,
                null,
                collectedAt,
                languages,
                reliability,
                credibility,
                relianceUse,
                personalData,
                copyMediaType,
                copyMarking,
                null);
    }

    /** The same of other bytes. */
    public Description withoutDigest() {
        return new Description(
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
                null);
    }
}
