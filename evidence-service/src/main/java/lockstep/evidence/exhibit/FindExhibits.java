package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.integrity.Integrity;
import lockstep.evidence.integrity.Verifications;
import lockstep.evidence.scan.Scan;
import lockstep.evidence.scan.Scans;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** What readers ask about exhibits. */
@ApplicationScoped
public class FindExhibits {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Exhibits exhibits;
    private final Scans scans;
    private final Verifications verifications;
    private final Sql sql;

    public FindExhibits(Exhibits exhibits, Scans scans, Verifications verifications, Sql sql) {
        this.exhibits = exhibits;
        this.scans = scans;
        this.verifications = verifications;
        this.sql = sql;
    }

    @ReadOnly
    public Optional<ExhibitView> byId(UUID id, Actor reader) {
        return exhibits.visibleTo(reader, id).map(seen -> view(seen, reader));
    }

    /** For those who have it in hand already. */
    ExhibitView view(SeenExhibit seen, Actor reader) {
        List<UUID> blobs = seen.versions().stream()
                .filter(ExhibitVersion::held)
                .map(ExhibitVersion::blobId)
                .toList();
        return ExhibitView.of(seen, new ExhibitView.Known(scans.of(blobs), verifications.of(blobs)), reader);
    }

    @ReadOnly
    public VersionView view(ExhibitVersion version, Actor reader) {
        return version.held()
                ? VersionView.of(version, scans.of(version.blobId()), verifications.of(version.blobId()), reader)
                : VersionView.of(version, null, null, reader);
    }

    /** An exhibit's latest version as its reader sees it, and whether it may be described anew. */
    public record Latest(UUID exhibitId, VersionView version, AllowedAction describe) {}

    /** Of those among these exhibits that the reader sees, in no order. */
    @ReadOnly
    public List<Latest> latest(Collection<UUID> ids, Actor reader) {
        List<SeenExhibit> seen = ids.isEmpty() ? List.of() : exhibits.allVisibleTo(reader, ids);
        List<UUID> blobs = latestBlobs(seen);
        Map<UUID, Scan> found = scans.of(blobs);
        Map<UUID, Integrity> known = verifications.of(blobs);
        return seen.stream()
                .map(one -> new Latest(
                        one.exhibit().id(),
                        VersionView.of(
                                one.latest(),
                                found.get(one.latest().blobId()),
                                known.get(one.latest().blobId()),
                                reader),
                        AllowedAction.of("describe", () -> one.exhibit().mayCorrect(one.latest(), reader))))
                .toList();
    }

    /** The exhibits of a case in the order in which they came; empty if the reader has no part in the case. */
    @ReadOnly
    public Optional<Page<ExhibitRow>> ofCase(UUID caseId, Cursor cursor, Limit limit, Actor reader) {
        if (!exhibits.access(reader, caseId).inCase()) {
            return Optional.empty();
        }
        UUID after = cursor == null ? BEFORE_ALL : cursor.uuid(0);
        List<SeenExhibit> seen = exhibits.ofCaseVisibleTo(reader, caseId, after, limit.plusOne());
        Map<VersionRef, List<UUID>> citing = citing(caseId);
        Map<UUID, Scan> found = scans.of(latestBlobs(seen));
        return Optional.of(Page.of(seen, limit, last -> Cursor.of(last.exhibit().id()))
                .map(row -> ExhibitRow.of(
                        row,
                        found.get(row.latest().blobId()),
                        citing.getOrDefault(row.latest().ref(), List.of()))));
    }

    private static List<UUID> latestBlobs(List<SeenExhibit> seen) {
        return seen.stream()
                .map(SeenExhibit::latest)
                .filter(ExhibitVersion::held)
                .map(ExhibitVersion::blobId)
                .toList();
    }

    /** Those of the versions asked for that the reader sees, in a fixed order. */
    @ReadOnly
    public List<LookupRow> lookup(Collection<VersionRef> refs, Actor reader) {
        return rows(exhibits.visibleTo(reader, refs), version -> reader.of(version.originator()));
    }

    /** The same for a job of the peer service, which sees what it names. */
    @ReadOnly
    public List<LookupRow> describe(Collection<VersionRef> refs) {
        return rows(exhibits.withRefs(refs), version -> false);
    }

    private static List<LookupRow> rows(List<ExhibitVersion> versions, Predicate<ExhibitVersion> ours) {
        return versions.stream()
                .map(version -> LookupRow.of(version, ours.test(version)))
                .sorted(Comparator.comparing(LookupRow::exhibitId).thenComparing(LookupRow::version))
                .toList();
    }

    private Map<VersionRef, List<UUID>> citing(UUID caseId) {
        Map<VersionRef, List<UUID>> citing = new HashMap<>();
        sql.rows(
                "select exhibit_id, n, proposal_id from citation where case_id = ?",
                row -> citing.computeIfAbsent(
                                new VersionRef(row.getObject(1, UUID.class), row.getInt(2)), ref -> new ArrayList<>())
                        .add(row.getObject(3, UUID.class)),
                caseId);
        return citing;
    }
}
