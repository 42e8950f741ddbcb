package lockstep.listing.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** What others have changed, from the journal as its reader may see it: what the reader can't see isn't told, nor counted. */
@ApplicationScoped
public class ChangeQueries {
    private static final Set<String> TOLD = Set.of("proposal", "package", "round");
    private static final int AT_ONCE = 500;
    private static final String BETWEEN = """
            select j.event_id, j.aggregate_type, j.aggregate_id, j.case_id, j.scope_id, p.position
              from journal_position p join journal j on j.event_id = p.event_id
             where p.position > ? and p.position <= ? and j.outcome = 'DONE' and j.actor <> ?
             order by p.position limit ?
            """;

    private final Sql sql;

    ChangeQueries(Sql sql) {
        this.sql = sql;
    }

    /** {@code change} null: nothing that this reader may see; {@code upTo}: where to go on. */
    public record Stretch(Change change, long upTo) {}

    private record Row(UUID id, List<Change.Thing> things, long position) {}

    /** How far the history reaches; a number for the service alone, as it would tell how much others do. */
    @ReadOnly
    public long reached() {
        return sql.first("select journal_reached()", row -> row.getLong(1)).orElseThrow();
    }

    @ReadOnly
    public Stretch between(Actor actor, long after, long to) {
        List<Row> rows = sql.rows(BETWEEN, ChangeQueries::row, after, to, actor.sub(), AT_ONCE);
        if (rows.isEmpty()) {
            return new Stretch(null, to);
        }
        Set<Change.Thing> things = new LinkedHashSet<>();
        rows.forEach(row -> things.addAll(row.things()));
        boolean more = rows.size() == AT_ONCE;
        return new Stretch(
                new Change(rows.getLast().id(), List.copyOf(things)),
                more ? rows.getLast().position() : to);
    }

    /** Where a stream goes on that had come to this row; empty if its reader can't see such a row (any more). */
    @ReadOnly
    public Optional<Long> after(UUID eventId) {
        return sql.first("select position from journal_position where event_id = ?", row -> row.getLong(1), eventId);
    }

    /** Before the first row that the reader may see since that time; empty if there is none. */
    @ReadOnly
    public Optional<Long> before(Instant since) {
        return sql.first(
                "select min(p.position) - 1 from journal j join journal_position p on p.event_id = j.event_id"
                        + " where j.occurred_at > ?",
                row -> row.getObject(1, Long.class),
                since);
    }

    private static Row row(ResultSet row) throws SQLException {
        String type = row.getString(2);
        UUID caseId = row.getObject(4, UUID.class);
        UUID scope = row.getObject(5, UUID.class);
        List<Change.Thing> things = new ArrayList<>();
        if (TOLD.contains(type)) {
            things.add(new Change.Thing(type, row.getObject(3, UUID.class)));
        }
        if (caseId != null) {
            things.add(new Change.Thing("case", caseId));
        } else if (scope != null) {
            things.add(new Change.Thing("package", scope));
        }
        return new Row(row.getObject(1, UUID.class), things, row.getLong(6));
    }
}
