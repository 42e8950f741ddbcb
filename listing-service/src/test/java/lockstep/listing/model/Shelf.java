package lockstep.listing.model;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What the service has really written, read past all its rules, in the words of the model. */
final class Shelf {
    private static final String PROPOSALS = """
        select p.id, p.status, p.stage, p.revision, p.package_id, l.status, l.lapses_at, l.expires_at from proposal p
          left join listing l on l.proposal_id = p.id where p.id = any (?)
        """;
    private static final String PACKAGES = """
        select k.id, k.status, k.stage, k.outvoted, k.window_ends_at, k.release_at, k.go_at is not null,
               k.hold_by is not null, k.overdue is not null,
               array(select e.proposal_id from package_entry e where e.package_id = k.id and e.left_at is null)
          from package k where k.id = any (?)
        """;
    private static final String ROUNDS = """
        select r.id, r.status, r.stage, r.deadline,
               (select string_agg(v.seat || '=' || v.choice, ' ' order by v.seat collate "C") from vote v
                 where v.round_id = r.id and v.superseded_at is null)
          from round r where r.id = any (?)
        """;
    private static final String CORRECTIONS =
            "select c.id, c.status, c.period_ends_at, c.electorate from correction c where c.id = any (?)";
    private static final String WORDINGS = """
        select distinct on (v.proposal_id, v.language) v.proposal_id, v.language, v.n, v.written_account, v.confirmed_account
          from language_version v join proposal p on p.id = v.proposal_id and p.revision = v.revision
         where p.id = any (?) order by v.proposal_id, v.language, v.n desc
        """;
    private static final String RECORDS = "select d.id, d.status from recorded_decision d where d.id = any (?)";

    private final Connection connection;

    Shelf(Connection connection) {
        this.connection = connection;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Row<T> reader, Object value) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(
                    1, value instanceof Collection<?> many ? connection.createArrayOf("uuid", many.toArray()) : value);
            try (ResultSet result = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(reader.read(result));
                }
                return all;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String text(String query, UUID id) {
        return rows(query, row -> row.getString(1), id).getFirst();
    }

    long version(UUID proposal) {
        return rows("select version from proposal where id = ?", row -> row.getLong(1), proposal)
                .getFirst();
    }

    Instant deadline(UUID round) {
        return rows("select deadline from round where id = ?", row -> instant(row, 1), round)
                .getFirst();
    }

    UUID listingOf(UUID proposal) {
        return rows("select id from listing where proposal_id = ?", row -> row.getObject(1, UUID.class), proposal)
                .getFirst();
    }

    /** The proposal that was opened at the release to confirm what was listed urgently. */
    UUID confirming(UUID proposal) {
        return rows(
                        "select p.id from proposal p join listing l on l.id = p.listing_id where p.kind = 'CONFIRM' and"
                                + " l.proposal_id = ?",
                        row -> row.getObject(1, UUID.class),
                        proposal)
                .getFirst();
    }

    List<UUID> listings(List<UUID> cases) {
        return rows("select id from listing where case_id = any (?)", row -> row.getObject(1, UUID.class), cases);
    }

    TreeMap<String, String> standing(
            List<UUID> proposals,
            List<UUID> packages,
            Map<Integer, UUID> rounds,
            Map<Integer, UUID> records,
            List<UUID> corrections) {
        TreeMap<String, String> all = new TreeMap<>();
        rows(PROPOSALS, row -> all.put("proposal " + no(proposals, row), proposal(row, packages)), proposals);
        rows(
                WORDINGS,
                row -> all.put("proposal " + no(proposals, row) + " in " + row.getString(2), wording(row)),
                proposals);
        rows(PACKAGES, row -> all.put("package " + no(packages, row), pack(row, proposals)), packages);
        rows(ROUNDS, row -> all.put("round of package " + key(rounds, row), round(row)), rounds.values());
        rows(RECORDS, row -> all.put("record of package " + key(records, row), record(row)), records.values());
        rows(CORRECTIONS, row -> all.put("correction " + no(corrections, row), correction(row)), corrections);
        return all;
    }

    private static String correction(ResultSet row) throws SQLException {
        return row.getString(2) + " until " + instant(row, 3) + " seats " + new TreeSet<>(strings(row.getArray(4)));
    }

    private static String proposal(ResultSet row, List<UUID> packages) throws SQLException {
        String status = row.getString(2);
        String stage = status.equals("DRAFT") || status.equals("RETURNED") ? "" : " at " + row.getString(3);
        String listing = row.getString(6);
        return status + stage + " revision " + row.getInt(4) + " in "
                + (packages.indexOf(row.getObject(5, UUID.class)) + 1)
                + (listing == null
                        ? ""
                        : (listing.equals("ACTIVE") ? " listed" : " listing ended") + " lapses " + instant(row, 7)
                                + " expires " + instant(row, 8));
    }

    private static String wording(ResultSet row) throws SQLException {
        String confirmed = row.getString(5);
        return "version " + row.getInt(3) + " by " + row.getString(4)
                + (confirmed == null ? "" : " confirmed by " + confirmed);
    }

    private static String pack(ResultSet row, List<UUID> proposals) throws SQLException {
        TreeSet<Integer> entries = new TreeSet<>();
        Arrays.stream((UUID[]) row.getArray(10).getArray()).forEach(id -> entries.add(proposals.indexOf(id) + 1));
        String status = row.getString(2);
        return status + " at " + row.getString(3) + " " + entries
                + " outvoted " + (status.equals("DISSOLVED") ? "" : new TreeSet<>(strings(row.getArray(4))))
                + " window " + instant(row, 5)
                + " release " + instant(row, 6)
                + (row.getBoolean(7) ? " GO" : "") + (row.getBoolean(8) ? " HOLD" : "")
                + (row.getBoolean(9) ? " overdue" : "");
    }

    private static String round(ResultSet row) throws SQLException {
        String votes = row.getString(5);
        return row.getString(2) + " at " + row.getString(3) + " deadline " + instant(row, 4) + " "
                + (votes == null ? "" : votes);
    }

    private static String record(ResultSet row) throws SQLException {
        return row.getString(2).equals("AWAITING_CONFIRMATION") ? "AWAITING" : row.getString(2);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static int no(List<UUID> all, ResultSet row) throws SQLException {
        return all.indexOf(row.getObject(1, UUID.class)) + 1;
    }

    private static int key(Map<Integer, UUID> all, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return all.entrySet().stream()
                .filter(its -> its.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    void putAway(List<UUID> packages) throws SQLException {
        for (String update : List.of(
                "update correction set status = 'LAPSED' where status in ('PROPOSED', 'TACIT') and package_id = any (?)",
                "update round set status = 'CANCELLED' where status in ('OPEN', 'STOPPED') and package_id = any (?)",
                "update listing set status = 'EXPIRED', ended_at = now() where status = 'ACTIVE' and package_id = any (?)",
                "update package set status = 'DISSOLVED', window_ends_at = null where status <> 'PUBLISHED' and id ="
                        + " any (?)")) {
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setArray(1, connection.createArrayOf("uuid", packages.toArray()));
                statement.executeUpdate();
            }
        }
    }
}
