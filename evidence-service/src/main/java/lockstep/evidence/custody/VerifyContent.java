package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.integrity.Integrity;
import lockstep.evidence.integrity.ScrubSettings;
import lockstep.evidence.integrity.Verifications;
import lockstep.evidence.integrity.Verifications.Holder;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Blobs;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.evidence.storage.Damage;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;

/** One look at one blob: taken, read through outside of any transaction, and written down with its journal rows. */
@ApplicationScoped
class VerifyContent {
    private final Verifications verifications;
    private final Exhibits exhibits;
    private final Blobs blobs;
    private final BlobStore store;
    private final Journal journal;
    private final ScrubSettings settings;
    private final InstantSource clock;

    VerifyContent(
            Verifications verifications,
            Exhibits exhibits,
            Blobs blobs,
            BlobStore store,
            Journal journal,
            ScrubSettings settings,
            InstantSource clock) {
        this.verifications = verifications;
        this.exhibits = exhibits;
        this.blobs = blobs;
        this.store = store;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** The wrong store: everything is missing from it. */
    static final class NotThisStore extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThisStore() {
            super("nothing of what was whole lies in the store; it is another one, or not mounted");
        }
    }

    @Transactional
    Optional<UUID> take(UUID token) {
        return verifications.take(token, clock.instant());
    }

    @ReadOnly
    List<Holder> holders(UUID blob) {
        return verifications.holders(blob);
    }

    @ReadOnly
    Blob blob(UUID id) {
        return blobs.find(id).orElseThrow();
    }

    @Transactional
    void renew(UUID blob, UUID token) {
        verifications.renew(blob, token, clock.instant());
    }

    /** In what it is damaged; empty: it is whole. Throws where that can't be told. */
    Optional<Damage> verify(Blob blob, Runnable beat, List<UUID> beside) {
        try {
            store.copy(blob, new Rate(settings.rate(), settings.lease().dividedBy(3), beat));
            return Optional.empty();
        } catch (ContentDamaged damaged) {
            if (damaged.damage() == Damage.GONE
                    && !beside.isEmpty()
                    && beside.stream().noneMatch(store::has)) {
                throw new NotThisStore();
            }
            return Optional.of(damaged.damage());
        }
    }

    @ReadOnly
    List<UUID> beside(UUID blob) {
        return verifications.wholeBeside(blob);
    }

    /** Custody tells of each version that holds it, when it changes. */
    @Transactional
    void settle(UUID blob, UUID token, Optional<Damage> found, List<Holder> holders) {
        verifications
                .settle(blob, token, found.orElse(null), clock.instant())
                .flatMap(before -> changed(before, found))
                .ifPresent(event -> exhibits.withRefs(
                                holders.stream().map(Holder::ref).toList())
                        .forEach(version -> journal.append(event.apply(version))));
    }

    private static Optional<Function<ExhibitVersion, JournalEntry>> changed(Integrity before, Optional<Damage> found) {
        if (found.isPresent() == before.damaged()) {
            return Optional.empty();
        }
        return Optional.of(found.<Function<ExhibitVersion, JournalEntry>>map(
                        damage -> version -> ExhibitEvents.damaged(version, damage))
                .orElse(ExhibitEvents::wholeAgain));
    }

    @Transactional
    void leave(UUID blob, UUID token) {
        verifications.leave(blob, token, clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void soon(UUID blob) {
        verifications.verifySoon(blob, clock.instant());
    }
}
