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

    static LookupRow of(ExhibitVersion version, boolean ours) {
        Description said = version.description();
        ToldSource source = ToldSource.of(version, ours);
        return new LookupRow(
                version.exhibit().id(),
                version.n(),
                version.caseId(),
                said.title(),
                version.sha256(),
                version.size(),
                said.mediaType(),
                source.type(),
                source.url(),
                version.originator(),
                said.relianceUse(),
                said.reliability(),
                said.credibility(),
                said.marking(),
                version.state());
    }
}
