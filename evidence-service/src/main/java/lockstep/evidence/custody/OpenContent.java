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
    private final Handling handling;
    private final Purposes purposes;
    private final Attempt attempt;
    private final ReadLog reads;

    OpenContent(
            Exhibits exhibits,
            Scans scans,
            Blobs blobs,
            BlobStore store,
            Handling handling,
            Purposes purposes,
            Attempt attempt,
            ReadLog reads) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.blobs = blobs;
        this.store = store;
        this.handling = handling;
        this.purposes = purposes;
        this.attempt = attempt;
        this.reads = reads;
    }

    /** A version that its reader may open, the sealed bytes behind it, and what they are opened for, if that was said. */
    public record Opening(ExhibitVersion version, Blob blob, String purpose) {}

    /** What a reader is asked for before the content is given, and what was said the last time. */
    public record Asked(boolean purposeAsked, String lastPurpose) {}

    /** For whoever may open the version. */
    @ReadOnly
    public Asked asked(UUID exhibitId, int n, Actor by) {
        ExhibitVersion version = visible(exhibitId, n, by);
        version.exhibit().mayOpen(version, by);
        return new Asked(
                handling.strict(version.marking()),
                purposes.last(version.caseId(), by).orElse(null));
    }

    /** What would be opened; nothing is journalled yet. */
    @ReadOnly
    public Opening find(UUID exhibitId, int n, String purpose, Actor by) {
        ExhibitVersion version = visible(exhibitId, n, by);
        ExhibitEvents.attempted(attempt, "exhibit.opened", version);
        version.exhibit().mayOpen(version, by);
        ScanGuards.mayBeOpened(scans.of(version.blobId()));
        if (purpose == null && handling.strict(version.marking())) {
            throw new ExhibitRefused(Reason.PURPOSE_NEEDED);
        }
        return new Opening(version, blobs.find(version.blobId()).orElseThrow(), purpose);
    }

    private ExhibitVersion visible(UUID exhibitId, int n, Actor by) {
        return exhibits.visibleTo(by, exhibitId)
                .flatMap(seen -> seen.version(n))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
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
            throw new ExhibitRefused(Reason.CONTENT_DAMAGED, damaged);
        }
        reads.read(ExhibitEvents.opened(opening.version(), inline, opening.purpose()));
        if (opening.purpose() != null) {
            purposes.remember(opening.version().caseId(), opening.purpose(), by);
        }
    }

    public void copy(Opening opening, OutputStream to) {
        store.copy(opening.blob(), to);
    }
}
