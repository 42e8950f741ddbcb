package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.ScanGuards;
import lockstep.evidence.scan.Scans;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Blobs;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.ReadLog;
import org.jboss.logging.Logger;

/** Opens the content of a version: proved whole first, then journalled, and only then given out. */
@ApplicationScoped
public class OpenContent {
    private static final Logger LOG = Logger.getLogger(OpenContent.class);

    private final Exhibits exhibits;
    private final Scans scans;
    private final Blobs blobs;
    private final BlobStore store;
    private final VerifyJob verify;
    private final Handling handling;
    private final Purposes purposes;
    private final MarkedCopies copies;
    private final Attempt attempt;
    private final ReadLog reads;

    OpenContent(
            Exhibits exhibits,
            Scans scans,
            Blobs blobs,
            BlobStore store,
            VerifyJob verify,
            Handling handling,
            Purposes purposes,
            MarkedCopies copies,
            Attempt attempt,
            ReadLog reads) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.blobs = blobs;
        this.store = store;
        this.verify = verify;
        this.handling = handling;
        this.purposes = purposes;
        this.copies = copies;
        this.attempt = attempt;
        this.reads = reads;
    }

    /**
     * How somebody wants to have content.
     *
     * @param inline on a page, not as a file
     * @param original the bytes that were sealed, where others would get a marked copy
     * @param purpose what for, or null
     */
    public record Wanted(boolean inline, boolean original, String purpose) {}

    /** A version that its reader may open, and the sealed bytes behind it; {@code marked}: only as a copy that names the reader. */
    public record Opening(ExhibitVersion version, Blob blob, Wanted wanted, boolean marked) {}

    /** What a reader is asked for before the content is given, what was said the last time, and what will be given. */
    public record Asked(boolean purposeAsked, String lastPurpose, boolean marked, boolean mayTakeOriginal) {}

    /** What is given out; {@code copy} null: the bytes as they were sealed. */
    public record Given(ExhibitVersion version, Blob blob, MarkedCopies.Copy copy) {
        public long size() {
            return copy == null ? blob.size() : copy.sealed().size();
        }

        public String sha256() {
            return copy == null ? blob.sha256() : copy.sealed().sha256();
        }
    }

    /** For whoever may open the version. */
    @ReadOnly
    public Asked asked(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = visible(exhibitId, n, by);
        version.exhibit().mayOpen(version, by);
        return new Asked(
                handling.asksPurpose(version),
                purposes.last(version.caseId(), by).orElse(null),
                handling.asksMark(version),
                version.exhibit().keptBy(by));
    }

    /** What would be opened; nothing is journalled yet. */
    @ReadOnly
    public Opening find(UUID exhibitId, int n, Wanted wanted, Actor by) {
        ExhibitVersion version = openable(exhibitId, n, by);
        if (wanted.purpose() == null && handling.asksPurpose(version)) {
            throw new ExhibitRefused(Reason.PURPOSE_NEEDED);
        }
        if (wanted.original() && !version.exhibit().keptBy(by)) {
            throw new ExhibitRefused(Reason.NOT_KEEPING);
        }
        boolean marked = handling.asksMark(version) && !wanted.original();
        return new Opening(version, frozenMeanwhile(blobs.find(version.blobId())), wanted, marked);
    }

    /** The database gives nobody the key of what is frozen. */
    private static Blob frozenMeanwhile(Optional<Blob> found) {
        return found.orElseThrow(() -> new ExhibitRefused(Reason.FROZEN));
    }

    /** A version that is looked at already, whose reader has said what for: whether it may still be opened is asked anew. */
    @ReadOnly
    public Opening again(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = openable(exhibitId, n, by);
        Wanted wanted = new Wanted(true, false, null);
        return new Opening(version, frozenMeanwhile(blobs.find(version.blobId())), wanted, handling.asksMark(version));
    }

    private ExhibitVersion openable(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = visible(exhibitId, n, by);
        ExhibitEvents.attemptedOfOriginator(attempt, "exhibit.opened", version);
        version.exhibit().mayOpen(version, by);
        ScanGuards.mayBeOpened(scans.of(version.blobId()));
        return version;
    }

    private ExhibitVersion visible(UUID exhibitId, int n, Actor by) {
        return exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }

    /** Proves the bytes, marks the copy and journals the reading; where any of it fails nothing has been given out. */
    public Given journalled(Opening opening, boolean shown, Actor by) {
        prove(opening);
        MarkedCopies.Copy copy = opening.marked() ? copies.make(opening.version(), opening.blob(), by) : null;
        boolean written = false;
        try {
            journal(
                    opening,
                    shown,
                    copy == null ? null : copy.id(),
                    copy == null ? null : copy.sealed().sha256(),
                    by);
            written = true;
            return new Given(opening.version(), opening.blob(), copy);
        } finally {
            if (!written && copy != null) {
                store.discard(copy.sealed().blob());
            }
        }
    }

    /** Journals that somebody looks at it on pages; {@code copy}: by what these name their reader, or null. */
    public void viewed(Opening opening, UUID copy, Actor by) {
        journal(opening, true, copy, null, by);
    }

    private void journal(Opening opening, boolean shown, UUID copy, String copySha256, Actor by) {
        String purpose = opening.wanted().purpose();
        UUID event = reads.read(ExhibitEvents.opened(opening.version(), shown, purpose, copy, copySha256));
        if (copy != null) {
            copies.remember(copy, event);
        }
        if (purpose != null) {
            purposes.remember(opening.version().caseId(), purpose, by);
        }
    }

    public void prove(Opening opening) {
        reading(opening, () -> {
            store.verify(opening.blob());
            return null;
        });
    }

    /**
     * Work that reads the sealed bytes: what is found damaged is refused, and looked at by the scrubber soon. What it has made of
     * content that was frozen meanwhile is given to nobody.
     */
    public <T> T reading(Opening opening, Supplier<T> work) {
        try {
            T made = work.get();
            if (blobs.frozen(opening.blob().id())) {
                throw new ExhibitRefused(Reason.FROZEN);
            }
            return made;
        } catch (ContentDamaged damaged) {
            LOG.errorf(
                    damaged,
                    "exhibit %s version %d",
                    opening.version().ref().exhibitId(),
                    opening.version().n());
            verify.soon(opening.blob().id());
            throw new ExhibitRefused(Reason.CONTENT_DAMAGED, damaged);
        }
    }

    /** A copy is gone once it is given. What is frozen meanwhile breaks off before its next piece. */
    public void copy(Given given, OutputStream to) {
        OutputStream unlessFrozen =
                new UnlessFrozen(to, () -> blobs.frozen(given.blob().id()));
        if (given.copy() == null) {
            store.copy(given.blob(), unlessFrozen);
            return;
        }
        SealedBytes sealed = given.copy().sealed();
        try {
            store.copy(sealed, unlessFrozen);
        } finally {
            store.discard(sealed.blob());
        }
    }
}
