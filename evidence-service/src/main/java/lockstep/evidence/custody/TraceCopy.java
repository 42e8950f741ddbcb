package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentTooLarge;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.watermark.Watermarks;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.ReadLog;

/** Finds who took the copy that a leaked file was made of, for its originator and the auditors whom its custody is open to. */
@ApplicationScoped
public class TraceCopy {
    private final Watermarks watermarks;
    private final BlobStore store;
    private final CustodyRows custody;
    private final Access access;
    private final ReadLog reads;

    TraceCopy(Watermarks watermarks, BlobStore store, CustodyRows custody, Access access, ReadLog reads) {
        this.watermarks = watermarks;
        this.store = store;
        this.custody = custody;
        this.access = access;
        this.reads = reads;
    }

    /** The custody entry of the download that a file stems from. */
    public record Traced(UUID copy, CustodyRow row) {}

    /** That somebody looked for whose copy it was, as the journal keeps it. */
    public record CopyTraced(UUID exhibitId, int version, UUID copy) {}

    /** The marks in a file; it is sealed while it is looked at, and gone after. */
    public Set<UUID> marksIn(InputStream leaked) {
        try {
            SealedBytes sealed = store.seal(leaked);
            try {
                return watermarks.marksOf(sealed);
            } finally {
                store.discard(sealed.blob());
            }
        } catch (NotReadable not) {
            boolean busy = not.reason() == NotReadable.Reason.BUSY;
            throw new ExhibitRefused(busy ? Reason.PDFS_BUSY : Reason.TRACE_UNREADABLE, not);
        } catch (ContentTooLarge tooLarge) {
            throw new ExhibitRefused(Reason.TOO_LARGE, tooLarge);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    /** Those of the copies whose entries the actor may read, or whose evidence he answers for; of others nothing is said. */
    @ReadOnly
    public List<Traced> trace(Set<UUID> copies, Actor by) {
        Map<UUID, CaseAccess> cases = new HashMap<>();
        return copies.stream()
                .flatMap(copy -> taken(copy, by, cases).stream().map(row -> new Traced(copy, row)))
                .toList();
    }

    /** Whoever has the leaked file in hand learns nothing of its content by who took it. */
    private List<CustodyRow> taken(UUID copy, Actor by, Map<UUID, CaseAccess> cases) {
        List<CustodyRow> read = custody.rows("join marked_copy m using (event_id) where m.copy = ?", copy).stream()
                .filter(row -> mayRead(row, by, cases))
                .toList();
        return read.isEmpty() && Exhibit.answersForItsOwn(by)
                ? custody.ownReadings(List.of(), List.of(copy), "")
                : read;
    }

    private boolean mayRead(CustodyRow row, Actor by, Map<UUID, CaseAccess> cases) {
        UUID caseId = row.item().caseId();
        return row.auditedBy(by) || row.readableIn(cases.computeIfAbsent(caseId, c -> access.of(by, c)));
    }

    /** Before it is told. */
    public void journalled(Traced traced) {
        HistoryItem item = traced.row().item();
        reads.read(new JournalEntry(
                "exhibit.copy-traced",
                1,
                "exhibit",
                item.aggregateId(),
                item.revision(),
                null,
                null,
                traced.row().originatorsOwn(),
                new CopyTraced(item.aggregateId(), item.revision(), traced.copy())));
    }
}
