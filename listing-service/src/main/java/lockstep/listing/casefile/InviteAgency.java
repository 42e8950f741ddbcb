package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Lets another agency take part in the whole case; only the agency that opened it invites. */
@ApplicationScoped
public class InviteAgency {
    private final CaseFiles cases;
    private final Participation participation;
    private final Agencies agencies;
    private final Journal journal;
    private final Attempt attempt;

    InviteAgency(CaseFiles cases, Participation participation, Agencies agencies, Journal journal, Attempt attempt) {
        this.cases = cases;
        this.participation = participation;
        this.agencies = agencies;
        this.journal = journal;
        this.attempt = attempt;
    }

    record Invited(UUID caseId, String agency) {}

    @Transactional
    public void invite(UUID caseId, String agency, Actor actor) {
        CaseFile found = cases.require(actor, caseId);
        attempt.on("case.agency-invited", "case", caseId, 1, null, found.protection());
        found.mustBeCreator(actor);
        if (agencies.find(agency).filter(lockstep.auth.Agency::active).isEmpty()) {
            throw new CaseRefused(CaseRefused.Reason.UNKNOWN_AGENCY, "No agency has this code.");
        }
        if (participation.participates(agency, caseId)) {
            throw new CaseRefused(CaseRefused.Reason.ALREADY_TAKES_PART, "This agency takes part already.");
        }
        participation.add(caseId, agency, "INVITED", actor.sub());
        journal.append(CaseHistory.entry(
                "case.agency-invited", "case", caseId, 1, found.protection(), new Invited(caseId, agency)));
    }
}
