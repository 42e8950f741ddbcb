package lockstep.evidence.parts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.ScanGuards;
import lockstep.evidence.intake.SentFile;
import lockstep.evidence.intake.TakeInParts;
import lockstep.evidence.parts.Openings.Opening;
import lockstep.evidence.parts.Openings.Taken;
import lockstep.evidence.scan.Scans;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.Blobs;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.Journal;

/** The short transactions between which a container is read. */
@ApplicationScoped
class PartsSteps {
    private final Openings openings;
    private final Exhibits exhibits;
    private final Scans scans;
    private final Blobs blobs;
    private final TakeInParts parts;
    private final PartsSettings settings;
    private final Journal journal;
    private final InstantSource clock;

    PartsSteps(
            Openings openings,
            Exhibits exhibits,
            Scans scans,
            Blobs blobs,
            TakeInParts parts,
            PartsSettings settings,
            Journal journal,
            InstantSource clock) {
        this.openings = openings;
        this.exhibits = exhibits;
        this.scans = scans;
        this.blobs = blobs;
        this.parts = parts;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /** A container as whoever asked for it sees it now. */
    record Ready(Opening opening, ExhibitVersion version, Blob blob) {}

    @Transactional
    Optional<Taken> take(UUID token) {
        return openings.take(token, clock.instant(), clock.instant().plus(settings.lease()));
    }

    /** What was allowed when it was asked for may not be any more. */
    @ReadOnly
    Ready ready(UUID batch, Actor by) {
        Opening opening = openings.byBatch(batch).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitVersion version = exhibits.visibleTo(by, opening.exhibitId())
                .flatMap(seen -> seen.version(opening.n()))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        version.exhibit().mayChange(by);
        ScanGuards.mayBeOpened(scans.of(version.blobId()));
        return new Ready(
                opening, version, blobs.find(version.blobId()).orElseThrow(() -> new ExhibitRefused(Reason.FROZEN)));
    }

    /** One part as an exhibit, with where it comes from. */
    @Transactional
    TakeInParts.Taken keep(Ready ready, int n, String path, SentFile file, SealedBytes sealed, Actor by) {
        Opening opening = ready.opening();
        // Locked: whoever freezes the container waits for this part, and freezes it too.
        exhibits.lockedFor(by, opening.exhibitId())
                .orElseThrow(() -> new ExhibitRefused(Reason.FROZEN))
                .exhibit()
                .mustNotBeFrozen();
        TakeInParts.Taken taken = parts.take(opening.batchId(), n, file, sealed, by);
        openings.isPart(taken.exhibit(), ready.version().id(), path, opening.depth());
        return taken;
    }

    @Transactional
    boolean renew(UUID batch, UUID token) {
        return openings.renew(batch, token, clock.instant().plus(settings.lease()));
    }

    /** {@code refused} null: it is opened. As the system, for whoever asked may see nothing of it any more. */
    @Transactional
    void settle(UUID batch, UUID token, String refused) {
        Opening opening = openings.byBatch(batch).orElseThrow();
        if (openings.settle(batch, token, refused, clock.instant())) {
            exhibits.withRefs(List.of(new VersionRef(opening.exhibitId(), opening.n())))
                    .forEach(version -> journal.append(ExhibitEvents.partsEnded(version, batch, refused)));
        }
    }
}
