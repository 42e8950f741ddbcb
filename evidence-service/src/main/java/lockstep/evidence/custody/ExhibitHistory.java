package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/**
 * The custody rows of exhibits, oldest first: those that the reader may read of exhibits that he still sees, and all for the
 * auditors of the case.
 */
@ApplicationScoped
public class ExhibitHistory {
    private static final String WHICH = """
            where j.case_id = ? and j.aggregate_type = 'exhibit' and (cast(? as uuid) is null or j.aggregate_id = ?)
            and (? or exists (select from exhibit x where x.id = j.aggregate_id)) and (j.occurred_at, j.event_id) > (?, ?)
            order by j.occurred_at, j.event_id limit ?""";

    private final Access access;
    private final CustodyRows custody;

    ExhibitHistory(Access access, CustodyRows custody) {
        this.access = access;
        this.custody = custody;
    }

    /** Empty if the reader neither takes part in the case nor audits it. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofCase(UUID caseId, Cursor cursor, Limit limit, Actor reader) {
        CaseAccess inCase = access.of(reader, caseId);
        boolean audits = custody.audits(reader, caseId);
        return audits || inCase.inCase()
                ? Optional.of(page(caseId, null, cursor, limit, inCase, audits))
                : Optional.empty();
    }

    /** Empty if the reader sees no row about the exhibit. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofExhibit(UUID exhibitId, Cursor cursor, Limit limit, Actor reader) {
        return custody.caseOf(exhibitId)
                .map(caseId -> {
                    CaseAccess inCase = access.of(reader, caseId);
                    return page(caseId, exhibitId, cursor, limit, inCase, custody.audits(reader, caseId));
                })
                .filter(page -> cursor != null || !page.items().isEmpty());
    }

    private Page<HistoryItem> page(
            UUID caseId, UUID exhibitId, Cursor cursor, Limit limit, CaseAccess inCase, boolean audits) {
        Instant after = cursor == null ? Instant.EPOCH : cursor.instant(0);
        UUID afterId = cursor == null ? new UUID(0, 0) : cursor.uuid(1);
        List<CustodyRow> rows =
                custody.rows(WHICH, caseId, exhibitId, exhibitId, audits, after, afterId, limit.plusOne());
        List<HistoryItem> shown = rows.stream()
                .filter(row -> audits || row.readableIn(inCase))
                .map(CustodyRow::item)
                .toList();
        return Page.of(shown, limit, last -> Cursor.of(last.occurredAt(), last.eventId()));
    }
}
