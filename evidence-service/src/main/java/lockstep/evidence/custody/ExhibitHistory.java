package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/**
 * The custody rows of exhibits, oldest first: those that the reader may read of exhibits that he still sees, and all of those
 * whose custody he audits.
 */
@ApplicationScoped
public class ExhibitHistory {
    private static final String WHICH = """
            where j.case_id = ? and j.aggregate_type = 'exhibit' and (cast(? as uuid) is null or j.aggregate_id = ?)
            and (? and audits_exhibit(j.aggregate_id, j.case_id, j.originator)
                or exists (select from exhibit x where x.id = j.aggregate_id)) and (j.occurred_at, j.event_id) > (?, ?)
            order by j.occurred_at, j.event_id limit ?""";

    private final Access access;
    private final Exhibits exhibits;
    private final CustodyRows custody;

    ExhibitHistory(Access access, Exhibits exhibits, CustodyRows custody) {
        this.access = access;
        this.exhibits = exhibits;
        this.custody = custody;
    }

    /** Empty if the reader neither takes part in the case nor audits it. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofCase(UUID caseId, Cursor cursor, Limit limit, Actor reader) {
        CaseAccess inCase = access.of(reader, caseId);
        return inCase.inCase() || custody.audits(reader, caseId)
                ? Optional.of(page(null, cursor, limit, inCase, reader))
                : Optional.empty();
    }

    /** Empty if the reader neither sees the exhibit nor audits its custody; who sees it may yet see no row about it. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofExhibit(UUID exhibitId, Cursor cursor, Limit limit, Actor reader) {
        return exhibits.visibleTo(reader, exhibitId)
                .map(seen -> seen.exhibit().caseId())
                .or(() -> custody.auditedCase(reader, exhibitId))
                .map(caseId -> page(exhibitId, cursor, limit, access.of(reader, caseId), reader));
    }

    private Page<HistoryItem> page(UUID exhibitId, Cursor cursor, Limit limit, CaseAccess inCase, Actor reader) {
        Instant after = cursor == null ? Instant.EPOCH : cursor.instant(0);
        UUID afterId = cursor == null ? new UUID(0, 0) : cursor.uuid(1);
        List<CustodyRow> rows = custody.rows(
                WHICH,
                inCase.caseId(),
                exhibitId,
                exhibitId,
                reader.has(Role.AUDITOR),
                after,
                afterId,
                limit.plusOne());
        List<HistoryItem> shown = rows.stream()
                .filter(row -> row.auditedBy(reader) || row.readableIn(inCase))
                .map(CustodyRow::item)
                .toList();
        return Page.of(shown, limit, last -> Cursor.of(last.occurredAt(), last.eventId()));
    }
}
