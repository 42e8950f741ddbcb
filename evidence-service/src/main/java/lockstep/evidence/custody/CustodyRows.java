package lockstep.evidence.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.auth.Tlp;
import lockstep.kit.db.Sql;

/** The journal's rows about exhibits, as the running transaction sees them. */
@ApplicationScoped
class CustodyRows {
    private static final String ROWS = """
            select j.*, p.bytes, a.account, case when p.bytes is null then outline_of(j.event_id) end outline
            from journal j left join journal_payload p using (event_id) left join person a on a.sub = j.actor
            """;

    private final Sql sql;
    private final ObjectMapper json;

    CustodyRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<CustodyRow> rows(String which, Object... values) {
        return sql.rows(ROWS + which, this::row, values);
    }

    Optional<UUID> caseOf(UUID exhibitId) {
        return sql.first(
                "select case_id from journal where aggregate_id = ? and aggregate_type = 'exhibit' limit 1",
                row -> row.getObject(1, UUID.class),
                exhibitId);
    }

    boolean audits(Actor reader, UUID caseId) {
        return reader.has(Role.AUDITOR)
                && sql.first("select audits(?)", row -> row.getBoolean(1), caseId)
                        .orElse(false);
    }

    private CustodyRow row(ResultSet row) throws SQLException {
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
        return new CustodyRow(
                item,
                new Marking(
                        row.getString("m_level"),
                        row.getBoolean("m_orcon"),
                        texts(row, "m_rel_to"),
                        Tlp.valueOf(row.getString("m_tlp")),
                        texts(row, "m_named")),
                row.getString("originator"),
                Audience.valueOf(row.getString("audience")),
                row.getString("audience_owner"),
                row.getBytes("salt"),
                row.getBytes("payload_sha256"));
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
