package lockstep.evidence.parts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.ScanGuards;
import lockstep.evidence.intake.TakeInParts;
import lockstep.evidence.parts.Openings.Opening;
import lockstep.evidence.parts.Openings.State;
import lockstep.evidence.parts.reader.Kind;
import lockstep.evidence.scan.Scans;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Has a container opened into its parts, by an analyst of its originator, once its content may be opened at all. */
@ApplicationScoped
public class OpenIntoParts {
    private final Exhibits exhibits;
    private final Scans scans;
    private final Openings openings;
    private final TakeInParts parts;
    private final PartsSettings settings;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    OpenIntoParts(
            Exhibits exhibits,
            Scans scans,
            Openings openings,
            TakeInParts parts,
            PartsSettings settings,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.openings = openings;
        this.parts = parts;
        this.settings = settings;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Once; and again for what failed. */
    @Transactional
    public UUID ask(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = version(exhibitId, n, by);
        ExhibitEvents.attempted(attempt, "exhibit.parts-asked", version);
        Kind kind = mayOpen(version, by);
        Optional<Opening> before = openings.of(version);
        UUID batch = before.isPresent() ? again(before.get(), by) : first(version, kind, by);
        journal.append(ExhibitEvents.partsAsked(version, batch));
        return batch;
    }

    @ReadOnly
    public PartsView view(UUID exhibitId, int n, Actor reader) {
        ExhibitVersion version = version(exhibitId, n, reader);
        Optional<Opening> opening = openings.of(version);
        String refused = refusal(version, opening, reader);
        return new PartsView(
                openings.origin(exhibitId)
                        .map(of -> new PartsView.PartOf(of.exhibitId(), of.version(), of.title(), of.path()))
                        .orElse(null),
                opening.map(OpenIntoParts::told).orElse(null),
                Containers.kind(version).isPresent(),
                refused == null,
                refused);
    }

    private UUID first(ExhibitVersion version, Kind kind, Actor by) {
        int depth = openings.depth(version.exhibit().id()) + 1;
        UUID batch = parts.open(version, by);
        if (!openings.ask(batch, version, kind, depth, by, clock.instant())) {
            throw new ExhibitRefused(Reason.OPENING_ALREADY);
        }
        return batch;
    }

    private UUID again(Opening before, Actor by) {
        mayOpenAgain(before);
        if (parts.again(before.batchId()) == 0 && before.state() == State.OPENED) {
            throw new ExhibitRefused(Reason.OPENED_ALREADY);
        }
        if (!openings.askAgain(before.batchId(), by, clock.instant())) {
            throw new ExhibitRefused(Reason.OPENING_ALREADY);
        }
        return before.batchId();
    }

    private String refusal(ExhibitVersion version, Optional<Opening> opening, Actor reader) {
        try {
            mayOpen(version, reader);
            opening.ifPresent(OpenIntoParts::mayOpenAgain);
            return opening.isPresent()
                            && opening.get().state() == State.OPENED
                            && parts.failed(opening.get().batchId()) == 0
                    ? Reason.OPENED_ALREADY.kebab()
                    : null;
        } catch (ExhibitRefused refused) {
            return refused.reason().kebab();
        }
    }

    private static void mayOpenAgain(Opening before) {
        if (before.state() == State.WAITING) {
            throw new ExhibitRefused(Reason.OPENING_ALREADY);
        }
    }

    /** Nothing is read of a container before it could be opened by a person: neither unscanned nor infected. */
    private Kind mayOpen(ExhibitVersion version, Actor by) {
        version.exhibit().mayChange(by);
        version.exhibit().mayOpen(version, by);
        ScanGuards.mayBeOpened(scans.of(version.blobId()));
        if (openings.depth(version.exhibit().id()) >= settings.nested()) {
            throw new ExhibitRefused(Reason.NESTED_TOO_DEEP);
        }
        return Containers.kind(version).orElseThrow(() -> new ExhibitRefused(Reason.NO_CONTAINER));
    }

    private ExhibitVersion version(UUID exhibitId, int n, Actor by) {
        return exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }

    private static PartsView.Opening told(Opening opening) {
        return new PartsView.Opening(
                opening.batchId(),
                opening.state().name(),
                opening.reason(),
                opening.askedAt(),
                opening.askedAccount(),
                opening.doneAt());
    }
}
