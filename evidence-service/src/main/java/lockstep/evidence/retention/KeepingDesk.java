package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
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

/** What every act on an exhibit's keeping begins and ends with: the exhibit locked, and a row of its custody. */
@ApplicationScoped
class KeepingDesk {
    private final TakeInHand exhibits;
    private final Keepings keepings;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    KeepingDesk(TakeInHand exhibits, Keepings keepings, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.keepings = keepings;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** What is acted on, and the version under whose marking that is journalled. */
    record Taken(Keeping keeping, InHand inHand) {
        Exhibit exhibit() {
            return keeping.exhibit();
        }
    }

    /** Locked until the transaction ends: a hold and a disposal wait for each other. */
    Taken take(UUID exhibitId, String type, Actor by) {
        InHand taken = exhibits.locked(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attemptedOfOriginator(attempt, type, taken);
        return new Taken(keepings.of(taken.exhibit()), taken);
    }

    void done(String type, Taken taken, Object payload) {
        journal.append(ExhibitEvents.about(type, taken.inHand(), payload));
    }

    Instant now() {
        return clock.instant();
    }
}
