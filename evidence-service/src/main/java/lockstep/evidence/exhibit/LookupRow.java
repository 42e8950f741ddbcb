package lockstep.evidence.exhibit;

import java.util.UUID;
import lockstep.auth.Marking;

/** What a citation needs to know of the version it names. */
public record LookupRow(
        UUID exhibitId,
        int version,
        UUID caseId,
        String title,
        String sha256,
        Long size,
        String mediaType,
        SourceType sourceType,
        String sourceUrl,
        String originator,
        RelianceUse relianceUse,
        Reliability reliability,
        int credibility,
        Marking marking,
        VersionState state) {

    static LookupRow of(ExhibitVersion version) {
        Description said = version.description();
        return new LookupRow(
                version.exhibit().id(),
                version.n(),
                version.caseId(),
                said.title(),
                version.sha256(),
                version.size(),
                said.mediaType(),
                said.sourceType(),
                said.sourceUrl(),
                version.originator(),
                said.relianceUse(),
                said.reliability(),
                said.credibility(),
                said.marking(),
                version.state());
    }
}
