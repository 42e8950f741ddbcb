package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Corrects an exhibit by a new version; the earlier ones stay as they are. */
@ApplicationScoped
public class CorrectExhibit {
    private final Exhibits exhibits;
    private final Widening widening;
    private final EntityManager entities;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    public CorrectExhibit(
            Exhibits exhibits,
            Widening widening,
            EntityManager entities,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.widening = widening;
        this.entities = entities;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public ExhibitVersion correct(UUID exhibitId, Description said, String reason, Actor by) {
        SeenExhibit seen = exhibits.lockedFor(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attempted(attempt, "exhibit.version-added", seen.latest());
        seen.exhibit().mayCorrect(seen.latest(), by);
        widening.mustNotWiden(seen.latest().marking(), said.marking());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ExhibitVersion next = seen.exhibit().describe(said, reason, by, Ids.next(now), now);
        entities.persist(next);
        journal.append(ExhibitEvents.described(next));
        return next;
    }
}
