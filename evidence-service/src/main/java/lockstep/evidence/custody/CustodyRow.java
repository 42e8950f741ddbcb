package lockstep.evidence.custody;

import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.journal.Protection;

/** A journal row of an exhibit, with what decides who reads it, and what binds its payload to its place in the custody. */
public record CustodyRow(
        HistoryItem item,
        Marking marking,
        String originator,
        Audience audience,
        String owner,
        byte[] salt,
        byte[] payloadSha256) {

    boolean readableIn(CaseAccess inCase) {
        VersionRef ref = new VersionRef(item.aggregateId(), item.revision());
        return inCase.verdict(ref, originator, marking, audience, owner).visible();
    }

    /** Of what is written about the same version for its originator alone. */
    Protection originatorsOwn() {
        return new Protection(item.caseId(), null, originator, marking, Audience.AGENCY, originator);
    }
}
