package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Withdraws an exhibit with all its versions; listing-service learns of it by the feed. */
@ApplicationScoped
public class WithdrawExhibit {
    private final Exhibits exhibits;
    private final FindExhibits find;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    public WithdrawExhibit(
            Exhibits exhibits, FindExhibits find, Journal journal, Attempt attempt, InstantSource clock) {
        this.exhibits = exhibits;
        this.find = find;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public ExhibitView withdraw(UUID exhibitId, String reason, Actor by) {
        SeenExhibit seen = exhibits.lockedFor(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attempted(attempt, "exhibit.withdrawn", seen.latest());
        seen.exhibit().withdraw(reason, by, clock.instant());
        journal.append(ExhibitEvents.withdrawn(seen.latest(), reason));
        return find.view(seen, by);
    }
}
