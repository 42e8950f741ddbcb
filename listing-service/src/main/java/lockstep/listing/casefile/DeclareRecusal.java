package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Takes a person out of a case for a conflict of interest: from then on the case is invisible to that person. */
@ApplicationScoped
public class DeclareRecusal {
    private final CaseFiles cases;
    private final Participation participation;
    private final Event<PersonRecused> recused;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    DeclareRecusal(
            CaseFiles cases,
            Participation participation,
            Event<PersonRecused> recused,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.cases = cases;
        this.participation = participation;
        this.recused = recused;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    record Declared(UUID caseId, String sub, String reason) {}

    @Transactional
    public void declare(UUID caseId, String reason, Actor actor) {
        CaseFile found = cases.require(actor, caseId);
        attempt.on("case.recused", "case", caseId, 1, null, found.protection());
        journal.append(CaseHistory.entry(
                "case.recused", "case", caseId, 1, found.protection(), new Declared(caseId, actor.sub(), reason)));
        // Votes are taken back while the person can still see them; the recusal then closes case and packages to him.
        recused.fire(new PersonRecused(caseId, actor));
        cases.flush();
        if (!participation.recuse(caseId, actor.sub(), reason, clock.instant())) {
            throw new CaseRefused(CaseRefused.Reason.ALREADY_RECUSED, "You are recused from this case already.");
        }
    }
}
