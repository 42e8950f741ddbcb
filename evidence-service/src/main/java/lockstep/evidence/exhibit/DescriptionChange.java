package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lockstep.evidence.transfer.PersonalData;

/** What is to be said otherwise of an exhibit; what is null stays as it is said. */
public record DescriptionChange(
        String title,
        SourceType sourceType,
        Optional<String> sourceUrl,
        Optional<String> archivedUrl,
        Instant collectedAt,
        List<String> languages,
        Reliability reliability,
        Integer credibility,
        RelianceUse relianceUse,
        PersonalData personalData) {

    /** The marking and the content are no description's to change. */
    Description of(Description said) {
        return new Description(
                or(title, said.title()),
                or(sourceType, said.sourceType()),
                sourceUrl == null ? said.sourceUrl() : sourceUrl.orElse(null),
                archivedUrl == null ? said.archivedUrl() : archivedUrl.orElse(null),
                or(collectedAt, said.collectedAt()),
                or(languages, said.languages()),
                or(reliability, said.reliability()),
                credibility == null ? said.credibility() : credibility,
                or(relianceUse, said.relianceUse()),
                or(personalData, said.personalData()),
                said.mediaType(),
                said.marking(),
                said.declaredSha256());
    }

    private static <T> T or(T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
