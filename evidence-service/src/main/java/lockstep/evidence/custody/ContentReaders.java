package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** Who had the content of exhibits, by their custody: who opened it, into whose hands it went, to whom it was released. */
@ApplicationScoped
public class ContentReaders {
    private static final String WHICH = """
            where j.aggregate_id = any (?) and j.aggregate_type = 'exhibit'
            and (j.type = 'exhibit.opened' and j.outcome = 'READ'
                or j.type in ('exhibit.transferred', 'release.approved') and j.outcome = 'DONE'
                    and coalesce(coalesce(convert_from(p.bytes, 'UTF8')::jsonb, outline_of(j.event_id)) ->> 'outcome', '')
                        not in ('DENIED', 'AS_COPY'))
            """;
    private static final String IN_TURN = """
            and (j.occurred_at, j.event_id) > (?, ?)
            order by j.occurred_at, j.event_id limit ?""";

    private final Access access;
    private final CustodyRows custody;

    ContentReaders(Access access, CustodyRows custody) {
        this.access = access;
        this.custody = custody;
    }

    /** How somebody came by it. */
    public enum HowRead {
        OPENED,
        TRANSFERRED,
        RELEASED
    }

    /**
     * One time that content went to somebody.
     *
     * @param account who opened it, recorded the transfer, or decided on the release; {@code agency} is that person's
     * @param to into whose hands, or to whom it was released; null: the person opened it, or its reader is an auditor
     * @param purpose what for, where it was said and its reader is no auditor
     * @param copy the mark of the copy that names the reader; null: none was made
     */
    public record ContentReading(
            UUID eventId,
            Instant at,
            HowRead how,
            String account,
            String agency,
            UUID exhibitId,
            int version,
            String to,
            String purpose,
            String copy) {

        static ContentReading of(HistoryItem item) {
            HowRead how =
                    switch (item.type()) {
                        case "exhibit.opened" -> HowRead.OPENED;
                        case "exhibit.transferred" -> HowRead.TRANSFERRED;
                        default -> HowRead.RELEASED;
                    };
            String to = item.payload()
                    .path(how == HowRead.RELEASED ? "to" : "receiver")
                    .textValue();
            return new ContentReading(
                    item.eventId(),
                    item.occurredAt(),
                    how,
                    item.actor().account(),
                    item.agency(),
                    item.aggregateId(),
                    item.revision(),
                    to,
                    item.payload().path("purpose").textValue(),
                    item.payload().path("copy").textValue());
        }
    }

    /** Whether the reader audits the custody of an exhibit. Runs in the caller's transaction. */
    public boolean audits(Actor reader, UUID exhibitId) {
        return custody.auditedCase(reader, exhibitId).isPresent();
    }

    /** Oldest first, as far as the reader may read the rows. Runs in the caller's transaction. */
    public Page<ContentReading> of(Collection<UUID> exhibits, Cursor cursor, Limit limit, Actor reader) {
        Map<UUID, CaseAccess> cases = new HashMap<>();
        List<CustodyRow> found =
                custody.rows(WHICH + IN_TURN, List.copyOf(exhibits), after(cursor), afterId(cursor), limit.plusOne());
        return page(
                found.stream()
                        .filter(row -> row.auditedBy(reader)
                                || row.readableIn(
                                        cases.computeIfAbsent(row.item().caseId(), its -> access.of(reader, its))))
                        .toList(),
                limit);
    }

    /** The same for whoever answers for the originator's evidence and doesn't read it: who and when, without what was said. */
    public Page<ContentReading> unread(Collection<UUID> exhibits, Cursor cursor, Limit limit) {
        return page(
                custody.ownReadings(
                        List.copyOf(exhibits),
                        List.of(),
                        "where true " + IN_TURN,
                        after(cursor),
                        afterId(cursor),
                        limit.plusOne()),
                limit);
    }

    private static Page<ContentReading> page(List<CustodyRow> rows, Limit limit) {
        List<ContentReading> shown =
                rows.stream().map(row -> ContentReading.of(row.item())).toList();
        return Page.of(shown, limit, last -> Cursor.of(last.at(), last.eventId()));
    }

    private static Instant after(Cursor cursor) {
        return cursor == null ? Instant.EPOCH : cursor.instant(0);
    }

    private static UUID afterId(Cursor cursor) {
        return cursor == null ? new UUID(0, 0) : cursor.uuid(1);
    }
}
