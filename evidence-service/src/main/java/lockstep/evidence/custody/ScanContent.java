package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.scan.Antivirus;
import lockstep.evidence.scan.Found;
import lockstep.evidence.scan.ScanState;
import lockstep.evidence.scan.Scans;
import lockstep.evidence.scan.Scans.Due;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Blobs;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.Journal;

/** One look of the scanner at one blob: taken, scanned outside of any transaction, and written down with its journal row. */
@ApplicationScoped
public class ScanContent {
    private static final int AT_ONCE = 8;
    private static final int OF_THE_SAME_AT_ONCE = 200;

    private final Scans scans;
    private final Antivirus antivirus;
    private final Exhibits exhibits;
    private final Blobs blobs;
    private final BlobStore store;
    private final Journal journal;
    private final InstantSource clock;

    ScanContent(
            Scans scans,
            Antivirus antivirus,
            Exhibits exhibits,
            Blobs blobs,
            BlobStore store,
            Journal journal,
            InstantSource clock) {
        this.scans = scans;
        this.antivirus = antivirus;
        this.exhibits = exhibits;
        this.blobs = blobs;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    List<Due> take(UUID token) {
        Instant now = clock.instant();
        List<Due> first = scans.take(token, now, AT_ONCE);
        return first.isEmpty() ? scans.takeAgain(token, now, OF_THE_SAME_AT_ONCE) : first;
    }

    @ReadOnly
    Blob blob(Due due) {
        return blobs.find(due.blobId()).orElseThrow();
    }

    Found scan(Due due, Blob blob) {
        return antivirus.scan(out -> store.copy(blob, out), blob.size(), due.attempts());
    }

    /** False if another replica has done it. */
    @Transactional
    boolean settle(Due due, UUID token, Found found) {
        Instant now = clock.instant();
        boolean told = found.state() != ScanState.NOT_SCANNED || found.againAfter() == null;
        boolean settled = scans.settle(due, token, found, now);
        if (settled && told) {
            exhibits.withRefs(List.of(new VersionRef(due.exhibitId(), due.version())))
                    .forEach(version -> journal.append(ExhibitEvents.scanned(version, found)));
        }
        return settled;
    }
}
