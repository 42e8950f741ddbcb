package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.scan.Scan;

/**
 * One line in the list of a case's exhibits: its latest version that the reader sees.
 *
 * @param scan null: there is no content yet, or it is frozen
 */
public record ExhibitRow(
        UUID id,
        int version,
        String title,
        SourceType sourceType,
        String originator,
        Marking marking,
        RelianceUse relianceUse,
        String mediaType,
        Long size,
        String sha256,
        VersionState state,
        Scan scan,
        Instant collectedAt,
        List<UUID> citedBy) {

    /** Of the citing proposals, those are told that the reader's agency is party to: others may be hidden from it. */
    static ExhibitRow of(SeenExhibit seen, Scan scan, List<UUID> citing) {
        ExhibitVersion latest = seen.latest();
        Description said = latest.description();
        CaseAccess access = seen.access();
        ToldSource source = ToldSource.of(latest, access.reader().agency().equals(latest.originator()));
        return new ExhibitRow(
                seen.exhibit().id(),
                latest.n(),
                said.title(),
                source.type(),
                latest.originator(),
                said.marking(),
                said.relianceUse(),
                said.mediaType(),
                latest.size(),
                latest.sha256(),
                latest.state(),
                VersionView.told(latest, scan),
                said.collectedAt(),
                citing.stream().filter(access.partyTo()::contains).sorted().toList());
    }
}
