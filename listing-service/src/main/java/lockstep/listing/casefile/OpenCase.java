package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.kit.journal.Journal;

/** Opens a case in the name of the actor's agency, which alone takes part until it invites another. */
@ApplicationScoped
public class OpenCase {
    private final CaseFiles cases;
    private final Participation participation;
    private final Journal journal;
    private final InstantSource clock;

    OpenCase(CaseFiles cases, Participation participation, Journal journal, InstantSource clock) {
        this.cases = cases;
        this.participation = participation;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the history keeps. */
    record Opened(UUID caseId, String originator, String title, Marking marking) {}

    @Transactional
    public CaseFile open(String title, String summary, Marking marking, Actor actor) {
        Instant now = clock.instant();
        CaseFile opened = new CaseFile(UUID.randomUUID(), title, summary, marking, actor, now);
        cases.persistAndFlush(opened);
        participation.add(opened.id(), actor.agency().code(), "CREATOR", actor.sub());
        journal.append(CaseHistory.entry(
                "case.opened",
                "case",
                opened.id(),
                1,
                opened.protection(),
                new Opened(opened.id(), opened.originator(), title, marking)));
        return opened;
    }
}
