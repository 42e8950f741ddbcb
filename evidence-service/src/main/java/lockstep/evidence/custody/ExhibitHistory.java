package lockstep.evidence.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.auth.Tlp;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** The custody rows of exhibits, oldest first: for those who may read them and for the auditors of the case. */
@ApplicationScoped
public class ExhibitHistory {
    private static final String ROWS = """
            select j.*, p.bytes, a.account, case when p.bytes is null then outline_of(j.event_id) end outline
            from journal j left join journal_payload p using (event_id) left join person a on a.sub = j.actor
            where j.case_id = ? and j.aggregate_type = 'exhibit' and (cast(? as uuid) is null or j.aggregate_id = ?)
            and (j.occurred_at, j.event_id) > (?, ?)
            order by j.occurred_at, j.event_id limit ?""";

    private final Access access;
    private final Sql sql;
    private final ObjectMapper json;

    public ExhibitHistory(Access access, Sql sql, ObjectMapper json) {
        this.access = access;
        this.sql = sql;
        this.json = json;
    }

    private record Row(HistoryItem item, Marking marking, String originator, Audience audience, String owner) {}

    /** Empty if the reader neither takes part in the case nor audits it. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofCase(UUID caseId, Cursor cursor, Limit limit, Actor reader) {
        CaseAccess inCase = access.of(reader, caseId);
        boolean audits = audits(reader, caseId);
        return audits || inCase.inCase()
                ? Optional.of(page(caseId, null, cursor, limit, inCase, audits))
                : Optional.empty();
    }

    /** Empty if the reader sees no row about the exhibit. */
    @ReadOnly
    public Optional<Page<HistoryItem>> ofExhibit(UUID exhibitId, Cursor cursor, Limit limit, Actor reader) {
        return sql.first(
                        "select case_id from journal where aggregate_id = ? and aggregate_type = 'exhibit' limit 1",
                        row -> row.getObject(1, UUID.class),
                        exhibitId)
                .map(caseId -> {
                    CaseAccess inCase = access.of(reader, caseId);
                    return page(caseId, exhibitId, cursor, limit, inCase, audits(reader, caseId));
                })
                .filter(page -> cursor != null || !page.items().isEmpty());
    }

    private boolean audits(Actor reader, UUID caseId) {
        return reader.has(Role.AUDITOR)
                && sql.first("select audits(?)", row -> row.getBoolean(1), caseId)
                        .orElse(false);
    }

    private Page<HistoryItem> page(
            UUID caseId, UUID exhibitId, Cursor cursor, Limit limit, CaseAccess inCase, boolean audits) {
        Instant after = cursor == null ? Instant.EPOCH : cursor.instant(0);
        UUID afterId = cursor == null ? new UUID(0, 0) : cursor.uuid(1);
        List<Row> rows = sql.rows(ROWS, this::row, caseId, exhibitId, exhibitId, after, afterId, limit.plusOne());
        List<HistoryItem> shown = rows.stream()
                .filter(row -> audits || mayRead(inCase, row))
                .map(Row::item)
                .toList();
        return Page.of(shown, limit, last -> Cursor.of(last.occurredAt(), last.eventId()));
    }

    private static boolean mayRead(CaseAccess inCase, Row row) {
        VersionRef ref = new VersionRef(row.item().aggregateId(), row.item().revision());
        return inCase.verdict(ref, row.originator(), row.marking(), row.audience(), row.owner())
                .visible();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID exhibitId = row.getObject("aggregate_id", UUID.class);
        int version = row.getInt("aggregate_revision");
        byte[] whole = row.getBytes("bytes");
        JsonNode payload = whole == null ? parsed(row.getString("outline")) : parsed(whole);
        HistoryItem item = new HistoryItem(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                Sql.instant(row, "occurred_at"),
                new HistoryItem.Person(row.getString("actor"), row.getString("account")),
                row.getString("agency"),
                row.getString("seat"),
                row.getString("aggregate_type"),
                exhibitId,
                version,
                row.getObject("case_id", UUID.class),
                row.getObject("scope_id", UUID.class),
                row.getString("programme"),
                row.getString("outcome"),
                payload,
                List.of(new HistoryItem.Cited(
                        exhibitId, version, payload.path("sha256").textValue())),
                null,
                whole == null);
        return new Row(
                item,
                new Marking(
                        row.getString("m_level"),
                        row.getBoolean("m_orcon"),
                        texts(row, "m_rel_to"),
                        Tlp.valueOf(row.getString("m_tlp")),
                        texts(row, "m_named")),
                row.getString("originator"),
                Audience.valueOf(row.getString("audience")),
                row.getString("audience_owner"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private JsonNode parsed(String outline) {
        return outline == null ? json.getNodeFactory().nullNode() : parsed(outline.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode parsed(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
