package lockstep.evidence.release;

import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.release.ReleaseRefused.Reason;
import lockstep.evidence.transfer.PersonalData;

/** What a request needs to know of a version that its requester may only know to exist. */
public record AskedVersion(
        UUID versionId,
        VersionRef ref,
        UUID caseId,
        String originator,
        Marking marking,
        VersionState state,
        PersonalData personalData) {

    static AskedVersion of(ExhibitVersion version) {
        return new AskedVersion(
                version.id(),
                version.ref(),
                version.caseId(),
                version.originator(),
                version.marking(),
                version.state(),
                version.description().personalData());
    }

    void mayGoOut() {
        ReleaseRefused.when(state == VersionState.WITHDRAWN, Reason.EXHIBIT_WITHDRAWN);
        ReleaseRefused.when(state == VersionState.FROZEN, Reason.EXHIBIT_FROZEN);
        ReleaseRefused.when(state == VersionState.DISPOSED, Reason.EXHIBIT_DISPOSED);
        ReleaseRefused.when(state == VersionState.AWAITING_CONTENT, Reason.AWAITING_CONTENT);
    }
}
