package lockstep.evidence.custody;

import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.journal.Protection;

/**
 * A journal row of an exhibit, with what decides who reads it, and what binds its payload to its place in the custody.
 *
 * @param audited whether an appointment as auditor of the acting person covers it
 */
public record CustodyRow(
        HistoryItem item,
        Marking marking,
        String originator,
        Audience audience,
        String owner,
        byte[] salt,
        byte[] payloadSha256,
        boolean audited) {

    boolean auditedBy(Actor reader) {
        return audited && reader.has(Role.AUDITOR);
    }

    /** What somebody was refused is told to the originator and to that person's agency, not to whoever else sees the exhibit. */
    boolean readableIn(CaseAccess inCase) {
        VersionRef ref = new VersionRef(item.aggregateId(), item.revision());
        String agency = inCase.reader().agency();
        boolean told = !"REFUSED".equals(item.outcome()) || agency.equals(originator) || agency.equals(item.agency());
        return told && inCase.verdict(ref, originator, marking, audience, owner).visible();
    }

    /** Of what is written about the same version for its originator alone. */
    Protection originatorsOwn() {
        return new Protection(item.caseId(), null, originator, marking, Audience.AGENCY, originator);
    }
}
