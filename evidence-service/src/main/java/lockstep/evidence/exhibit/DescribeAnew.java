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
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Says something else of an exhibit, by a new version with the content and the marking of the one before. */
@ApplicationScoped
public class DescribeAnew {
    private final Exhibits exhibits;
    private final TransferRules transfers;
    private final EntityManager entities;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    DescribeAnew(
            Exhibits exhibits,
            TransferRules transfers,
            EntityManager entities,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.transfers = transfers;
        this.entities = entities;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** The latest version, and whether it is a new one: what is said already is not said again. */
    public record Said(int version, boolean anew) {}

    @Transactional
    public Said describe(UUID exhibitId, int versionRead, DescriptionChange change, String reason, Actor by) {
        SeenExhibit seen = exhibits.lockedFor(by, exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitVersion latest = seen.latest();
        ExhibitEvents.attempted(attempt, "exhibit.described-anew", latest);
        seen.exhibit().mayCorrect(latest, by);
        ExhibitVersion read = seen.version(versionRead).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        Description said = change.of(read.description());
        if (said.equals(read.description())) {
            return new Said(latest.n(), false);
        }
        if (read.n() != seen.exhibit().latest()) {
            throw new ExhibitRefused(Reason.DESCRIBED_MEANWHILE);
        }
        boolean newly = said.personalData() != read.description().personalData();
        if (newly
                && !transfers.mayBeMarked(latest.originator(), latest.marking().relTo(), said.personalData())) {
            throw new ExhibitRefused(Reason.PERSONAL_DATA_CROSSES);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ExhibitVersion next = seen.exhibit().describeAnew(latest, said, reason, by, Ids.next(now), now);
        entities.persist(next);
        journal.append(ExhibitEvents.describedAnew(next));
        return new Said(next.n(), true);
    }
}
