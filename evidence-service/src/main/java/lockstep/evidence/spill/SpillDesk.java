package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.InHand;
import lockstep.evidence.exhibit.TakeInHand;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;

/** What every act on a spill begins and ends with: the exhibit locked, and rows of its custody. */
@ApplicationScoped
class SpillDesk {
    private final TakeInHand exhibits;
    private final Spills spills;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    SpillDesk(TakeInHand exhibits, Spills spills, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.spills = spills;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** What is acted on, and the version under whose marking that is journalled. */
    record Taken(Spill spill, SpilledVersion latest) {
        Exhibit exhibit() {
            return spill.exhibit();
        }
    }

    /** Locked until the transaction ends: two acts on one exhibit wait for each other, and holds for both. */
    Taken take(UUID exhibitId, String type, Actor by) {
        InHand its = exhibits.locked(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attemptedOfOriginator(attempt, type, its);
        return new Taken(
                spills.of(its.exhibit()),
                new SpilledVersion(
                        its.versionId(), exhibitId, its.n(), its.exhibit().caseId(), its.marking()));
    }

    void done(List<JournalEntry> entries) {
        journal.appendAll(entries);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
