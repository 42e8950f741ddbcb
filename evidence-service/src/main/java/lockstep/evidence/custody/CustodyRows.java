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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Role;
import lockstep.evidence.access.StoredMarkings;
import lockstep.kit.db.Sql;

/** The journal's rows about exhibits, as the running transaction sees them. */
@ApplicationScoped
class CustodyRows {
    private static final String ROWS = """
            select j.*, p.bytes, a.account, case when p.bytes is null then outline_of(j.event_id) end outline,
                   audits_exhibit(j.aggregate_id, j.case_id, j.originator) audited
            from journal j left join journal_payload p using (event_id) left join person a on a.sub = j.actor
            """;
    private static final String OWN_READINGS = """
            select j.*, null::bytea bytes, a.account, null::text outline, false audited
            from own_readings(cast(? as uuid[]), cast(? as uuid[])) j left join person a on a.sub = j.actor
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

    /** Of the acting agency's evidence, whether the acting person reads it or not: who opened these, and who took these copies. */
    List<CustodyRow> ownReadings(Collection<UUID> exhibits, Collection<UUID> copies, String which, Object... values) {
        Object[] all = Stream.concat(Stream.of(exhibits, copies), Arrays.stream(values))
                .toArray();
        return sql.rows(OWN_READINGS + which, this::row, all);
    }

    /** The case of an exhibit whose custody the reader audits. */
    Optional<UUID> auditedCase(Actor reader, UUID exhibitId) {
        return reader.has(Role.AUDITOR)
                ? sql.first(
                        "select case_id from journal where aggregate_id = ? and aggregate_type = 'exhibit'"
                                + " and audits_exhibit(aggregate_id, case_id, originator) limit 1",
                        row -> row.getObject(1, UUID.class),
                        exhibitId)
                : Optional.empty();
    }

    /** Whether the reader audits the case, though maybe nothing that is in it yet. */
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
                StoredMarkings.of(row),
                row.getString("originator"),
                Audience.valueOf(row.getString("audience")),
                row.getString("audience_owner"),
                row.getBytes("salt"),
                row.getBytes("payload_sha256"),
                row.getBoolean("audited"));
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
