package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Writes down that the originator handed an exhibit over outside of Lockstep: the seized thing itself, or a copy. */
@ApplicationScoped
public class RecordTransfer {
    private final Exhibits exhibits;
    private final Journal journal;
    private final Attempt attempt;

    RecordTransfer(Exhibits exhibits, Journal journal, Attempt attempt) {
        this.exhibits = exhibits;
        this.journal = journal;
        this.attempt = attempt;
    }

    /** What was handed over. */
    public enum Medium {
        ORIGINAL,
        COPY
    }

    /**
     * A transfer as it was said.
     *
     * @param receiver the person or office, e.g. a court's registry
     */
    public record Transfer(Medium medium, String receiver, String purpose, Instant at) {}

    @Transactional
    public void record(UUID exhibitId, int n, Transfer said, Actor by) {
        ExhibitVersion version = exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attemptedOfOriginator(attempt, ExhibitEvents.TRANSFERRED, version);
        version.exhibit().mayTransfer(version, by);
        journal.append(
                ExhibitEvents.transferred(version, said.medium().name(), said.receiver(), said.purpose(), said.at()));
    }
}
