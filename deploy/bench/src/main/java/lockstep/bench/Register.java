package lockstep.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.local.Instance;

/**
 * Fills the register past the service with copies of what officials have brought somewhere through it: rows of the same
 * shape under other ids, names, keys and times. The journal is not copied.
 */
record Register(Instance instance) {
    /** Tables in the order in which their rows can be made, and which rows belong to a case of the pattern. */
    private static final List<Map.Entry<String, String>> TABLES = List.of(
            Map.entry("casefile", "t.id = any (c.cases)"),
            Map.entry("participation", "t.case_id = any (c.cases)"),
            Map.entry("party", "t.scope_id = any (c.scopes)"),
            Map.entry("subject", "t.case_id = any (c.cases)"),
            Map.entry("proposal", "t.case_id = any (c.cases)"),
            Map.entry("revision", "t.case_id = any (c.cases)"),
            Map.entry("revision_act", "t.case_id = any (c.cases)"),
            Map.entry("package", "t.id = any (c.scopes)"),
            Map.entry("round", "t.package_id = any (c.scopes)"),
            Map.entry("package_entry", "t.package_id = any (c.scopes)"),
            Map.entry("round_entry", "t.proposal_id = any (c.scopes)"),
            Map.entry("vote", "t.package_id = any (c.scopes)"),
            Map.entry("recorded_decision", "t.package_id = any (c.scopes)"),
            Map.entry("listing", "t.case_id = any (c.cases)"),
            Map.entry("listing_confirmation", "t.package_id = any (c.scopes)"));

    private static final String PATTERN = """
            create temporary table if not exists pattern (cases uuid[], scopes uuid[]);
            truncate pattern;
            insert into pattern select array_agg(distinct p.case_id),
                   array_agg(distinct p.id) || array_agg(distinct p.package_id) filter (where p.package_id is not null)
              from proposal p where p.id = any (""";
    /** In the order of the copies, so that indexes grow at one end and the fill takes minutes, not hours. */
    private static final String COPIED_ID =
            "(lpad(to_hex(g.n), 8, '0') || substr(md5(%s::text || ':' || g.n), 9))::uuid";

    private static final String COLUMNS = """
            select column_name, udt_name from information_schema.columns
             where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' order by ordinal_position
            """;

    /** Makes copies {@code from} (exclusive) to {@code to} of these proposals with their cases and their package. */
    void copy(List<UUID> proposals, int from, int to) {
        try (Connection connection = instance.connect("listing");
                Statement owner = connection.createStatement()) {
            String ids = proposals.stream().map(id -> "'" + id + "'").toList().toString();
            owner.execute(PATTERN + "array" + ids + "::uuid[])");
            for (Map.Entry<String, String> table : TABLES) {
                owner.execute(copying(connection, table.getKey(), table.getValue(), from, to));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As autovacuum leaves it after a while. */
    void settle() {
        try (Connection connection = instance.connect("listing");
                Statement owner = connection.createStatement()) {
            owner.execute("vacuum analyze");
            owner.execute("checkpoint");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long proposals() {
        try (Connection connection = instance.connect("listing");
                Statement owner = connection.createStatement();
                ResultSet count = owner.executeQuery("select count(*) from proposal")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String copying(Connection connection, String table, String which, int from, int to)
            throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (ResultSet column = query.executeQuery()) {
                while (column.next()) {
                    names.add('"' + column.getString(1) + '"');
                    values.add(value(table, column.getString(1), column.getString(2)));
                }
            }
        }
        return "insert into " + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values)
                + " from " + table + " t cross join pattern c cross join generate_series(" + (from + 1) + ", " + to
                + ") g (n) where " + which;
    }

    /** A copy's column: an id is another one, the same for all that name it; what is shown and sorted differs as well. */
    private static String value(String table, String column, String type) {
        String its = "t.\"" + column + '"';
        if (type.equals("uuid")) {
            return column.equals("appointment_id") ? its : COPIED_ID.formatted(its);
        }
        return switch (table + "." + column) {
            case "casefile.opened_at", "proposal.changed_at", "package.formed_at", "listing.published_at" ->
                its + " - g.n * interval '1 second'";
            case "round.deadline" -> its + " + g.n * interval '1 second'";
            case "package.serial" -> its + " + g.n * 1000";
            case "casefile.title", "package.title", "subject.name", "proposal.name", "listing.name" ->
                its + " || ' ' || g.n";
            case "proposal.keys", "listing.keys" -> "array(select k || ':' || g.n from unnest(" + its + ") k)";
            default -> its;
        };
    }
}
