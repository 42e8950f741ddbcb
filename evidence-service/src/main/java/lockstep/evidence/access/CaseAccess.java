package lockstep.evidence.access;

import java.util.Set;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Facts;
import lockstep.auth.Marking;
import lockstep.auth.Policy;
import lockstep.auth.Reader;
import lockstep.auth.Verdict;

/**
 * How one reader stands to one case at one moment; the policy's facts about every exhibit of the case follow from it.
 *
 * @param participates the reader's agency takes part in the whole case
 * @param cited versions that the reader's agency may read because it is party to a submitted proposal that cites them
 * @param partyTo proposals of the case to which the reader's agency is party
 * @param released versions with a live release to the reader's agency for this case
 * @param inactive agencies that have left
 */
public record CaseAccess(
        Reader reader,
        UUID caseId,
        boolean participates,
        boolean recused,
        Set<VersionRef> cited,
        Set<UUID> partyTo,
        Set<VersionRef> released,
        Set<String> inactive) {

    /** True if the case itself may be known to the reader: it takes part in it or in one of its proposals. */
    public boolean inCase() {
        return !recused && (participates || !partyTo.isEmpty());
    }

    /** The same, as if nothing had been released. */
    public CaseAccess withoutReleases() {
        return new CaseAccess(reader, caseId, participates, recused, cited, partyTo, Set.of(), inactive);
    }

    /** True if the reader knows that there is such a version: it sees it, or a submitted proposal that it reads cites it. */
    public boolean knows(VersionRef ref, String originator, Marking marking) {
        return verdict(ref, originator, marking).visible() || inCase() && cited.contains(ref);
    }

    /** The conclusion about an exhibit version, which all who take part may read as far as its marking goes. */
    public Verdict verdict(VersionRef ref, String originator, Marking marking) {
        return verdict(ref, originator, marking, Audience.CASE, null);
    }

    /** The conclusion about something that concerns an exhibit version, with an audience of its own. */
    public Verdict verdict(VersionRef ref, String originator, Marking marking, Audience audience, String owner) {
        boolean party = cited.contains(ref);
        boolean inAudience =
                switch (audience) {
                    case CASE -> true;
                    case ELECTORATE -> party;
                    case AGENCY -> reader.agency().equals(owner);
                };
        Facts facts = new Facts(
                originator,
                participates || party,
                inAudience,
                released.contains(ref),
                recused,
                !inactive.contains(originator));
        return Policy.mayRead(reader, marking, facts);
    }
}
