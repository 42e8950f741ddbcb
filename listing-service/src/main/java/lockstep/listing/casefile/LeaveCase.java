package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Ends an agency's part in a case: by the agency itself, or by the one that opened the case, which stays. */
@ApplicationScoped
public class LeaveCase {
    private final CaseFiles cases;
    private final Participation participation;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    LeaveCase(CaseFiles cases, Participation participation, Journal journal, Attempt attempt, InstantSource clock) {
        this.cases = cases;
        this.participation = participation;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    record Left(UUID caseId, String agency, String reason) {}

    @Transactional
    public void leave(UUID caseId, String agency, String reason, Actor actor) {
        CaseFile found = cases.require(actor, caseId);
        attempt.on("case.agency-left", "case", caseId, 1, null, found.protection());
        if (agency.equals(found.originator())) {
            throw new CaseRefused(CaseRefused.Reason.CREATOR_STAYS, "The agency that opened the case stays in it.");
        }
        if (!actor.of(agency)) {
            found.mustBeCreator(actor);
        }
        journal.append(CaseHistory.entry(
                "case.agency-left", "case", caseId, 1, found.protection(), new Left(caseId, agency, reason)));
        if (!participation.end(caseId, agency, clock.instant())) {
            throw new CaseRefused(CaseRefused.Reason.NOT_TAKING_PART, "This agency takes no part in the case.");
        }
    }
}
