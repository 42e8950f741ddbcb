package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.UUID;
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
    private final Attempt attempt;
    private final ReadLog reads;

    public OpenContent(
            Exhibits exhibits,
            Scans scans,
            Blobs blobs,
            BlobStore store,
            VerifyJob verify,
            Attempt attempt,
            ReadLog reads) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.blobs = blobs;
        this.store = store;
        this.verify = verify;
        this.attempt = attempt;
        this.reads = reads;
    }

    /** A version that its reader may open, and the sealed bytes behind it. */
    public record Opening(ExhibitVersion version, Blob blob) {}

    /** What would be opened; nothing is journalled yet. */
    @ReadOnly
    public Opening find(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        ExhibitEvents.attempted(attempt, "exhibit.opened", version);
        version.exhibit().mayOpen(version, by);
        ScanGuards.mayBeOpened(scans.of(version.blobId()));
        return new Opening(version, blobs.find(version.blobId()).orElseThrow());
    }

    /** Proves the bytes and journals the reading; where either fails nothing has been given out. */
    public void journalled(Opening opening, boolean inline, Actor by) {
        try {
            store.verify(opening.blob());
        } catch (ContentDamaged damaged) {
            LOG.errorf(
                    damaged,
                    "exhibit %s version %d",
                    opening.version().ref().exhibitId(),
                    opening.version().n());
            verify.soon(opening.blob().id());
            throw new ExhibitRefused(Reason.CONTENT_DAMAGED, damaged);
        }
        reads.read(ExhibitEvents.opened(opening.version(), inline));
    }

    public void copy(Opening opening, OutputStream to) {
        store.copy(opening.blob(), to);
    }
}
