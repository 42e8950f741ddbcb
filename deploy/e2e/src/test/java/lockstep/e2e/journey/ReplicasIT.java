package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.source.SourceList;
import lockstep.local.Instance;
import lockstep.local.Part;
import lockstep.local.Replica;
import org.junit.jupiter.api.Test;

/** Two processes of listing-service on one database: many deadlines at one moment, and one process ends at it. */
class ReplicasIT {
    private static final int PACKAGES = Boolean.getBoolean("lockstep.full") ? 200 : 10;
    private static final Duration LATEST = Duration.ofMinutes(2);
    private final Instance instance = Running.instance();

    @Test
    void each_deadline_has_one_outcome_although_a_process_ends_at_it() throws Exception {
        List<UUID> rounds = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            Situations its = new Situations(Officials.UNION);
            String pack = its.packageOf(its.ready(i % SourceList.sample().rows().size()));
            rounds.add(UUID.fromString(its.open(pack).path("id").asText()));
        }
        try (Replica other = instance.replica(Part.LISTING)) {
            Instant deadline = Instant.now().plusSeconds(3);
            moveDeadlines(rounds, deadline);
            Thread.sleep(Duration.between(Instant.now(), deadline).toMillis());
            other.kill();
            Instant giveUp = Instant.now().plus(LATEST);
            while (number("select count(*) from round where id = any (?) and status = 'OPEN'", rounds) > 0) {
                assertTrue(Instant.now().isBefore(giveUp), "rounds are still open");
                Thread.sleep(200);
            }
        }
        assertEquals(PACKAGES, number("select count(*) from round where id = any (?) and status = 'PASSED'", rounds));
        assertEquals(
                PACKAGES,
                number(
                        "select count(*) from journal j join round r on r.id = j.aggregate_id"
                                + " where r.id = any (?) and j.type = 'round.passed'",
                        rounds),
                "outcomes in the history");
        assertEquals(
                PACKAGES,
                number(
                        "select count(*) from package k join round r on r.package_id = k.id"
                                + " where r.id = any (?) and k.stage = 'COREPER' and k.status = 'CLOSED'",
                        rounds),
                "packages at the next stage");
        assertEquals(
                27L * PACKAGES,
                number(
                        "select count(*) from vote where round_id = any (?) and choice = 'SILENT_CONSENT'"
                                + " and superseded_at is null",
                        rounds),
                "seats that consented by silence");
    }

    /** As nobody in the service can: the least time that a round of this stage runs is two days. */
    private void moveDeadlines(List<UUID> rounds, Instant deadline) throws SQLException {
        try (Connection connection = instance.connect("listing");
                PreparedStatement update = connection.prepareStatement(
                        "update round set deadline = cast(? as timestamptz) where id = any (?)")) {
            update.setString(1, deadline.toString());
            update.setArray(2, connection.createArrayOf("uuid", rounds.toArray()));
            assertEquals(PACKAGES, update.executeUpdate());
        }
    }

    private long number(String sql, List<UUID> rounds) throws SQLException {
        try (Connection connection = instance.connect("listing");
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", rounds.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
