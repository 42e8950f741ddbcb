package lockstep.listing.note;

import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.kit.journal.Protection;
import lockstep.listing.decision.Package;
import lockstep.listing.proposal.Proposal;

/**
 * What a note is about, as its reader sees it.
 *
 * @param contentHash what the proposal or package said when it was read
 * @param own the protection of the thing itself: its marking is the note's
 */
record Subject(boolean ofPackage, UUID id, int revision, String programme, String contentHash, Protection own) {

    static Subject of(Proposal its) {
        return new Subject(
                false,
                its.id(),
                its.revision(),
                its.programme(),
                its.headline().contentHash(),
                its.protection(Audience.ELECTORATE));
    }

    static Subject of(Package its) {
        return new Subject(true, its.id(), (int) its.version(), its.programme(), its.hash(), its.protection());
    }

    /** Of a note of that agency about it. */
    Protection protection(Audience audience, String agency) {
        return new Protection(own.caseId(), own.scopeId(), own.originator(), own.marking(), audience, agency);
    }

    String type() {
        return ofPackage ? "package" : "proposal";
    }
}
