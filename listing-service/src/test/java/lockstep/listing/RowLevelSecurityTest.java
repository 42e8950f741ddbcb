package lockstep.listing;

import static lockstep.listing.testing.Story.must;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: queries without any filter of the service's own, as the role that the service has. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RowLevelSecurityTest {
    /** The tables with case content that the set-up fills; prints and corrections are asked in tests of their own. */
    private static final List<String> TABLES = List.of(
            "casefile",
            "subject",
            "proposal",
            "revision",
            "revision_act",
            "package",
            "package_entry",
            "round",
            "round_entry",
            "vote",
            "embargo_group",
            "embargo_member",
            "embargo_incident",
            "notice",
            "impact_note",
            "internal_note",
            "participation",
            "party",
            "journal",
            "journal_payload");

    private static boolean there;
    private static UUID pack;
    private static UUID round;

    /** Once: the port of the service isn't known before the first test. */
    @BeforeEach
    void aPackageUnderVote() throws Exception {
        if (there) {
            return;
        }
        there = true;
        People.appoint();
        pack = Story.packageOf(Story.ready());
        must(People.as(People.chair())
                .body(Map.of("packageHashRead", Story.hash(pack), "text", "Chips for cars."))
                .post("/api/v1/packages/" + pack + "/impact-notes"));
        must(People.as(People.chair()).body(Map.of("text", "Ours.")).post("/api/v1/packages/" + pack + "/notes"));
        round = Story.id(Story.openRound(pack));
        must(Story.vote(People.voter("FR"), round, Story.hash(pack), "APPROVE"));
        UUID group = Story.id(People.as(People.chair())
                .body(Map.of(
                        "packageId",
                        pack,
                        "title",
                        "In step",
                        "releaseAt",
                        Story.noonIn(30).toString()))
                .post("/api/v1/embargo-groups"));
        must(People.as(People.chair())
                .body(Map.of("happenedAt", "2026-01-01T06:00:00Z", "text", "A draft was seen."))
                .post("/api/v1/embargo-groups/" + group + "/incidents"));
    }

    @Test
    void without_settings_there_are_no_rows() throws SQLException {
        try (Connection app = Databases.asApp()) {
            for (String table : TABLES) {
                assertTrue(Databases.number("select count(*) from " + table) > 0, table + " holds nothing to hide");
                assertEquals(0, count(app, table), table);
            }
        }
    }

    @Test
    void another_agency_sees_nothing_even_where_the_service_forgets_to_ask() throws SQLException {
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            act(app, "doj-analyst", "US-DOJ");
            for (String table : TABLES) {
                assertEquals(0, count(app, table), table);
            }
            // others of its programmes' tests have put this one into cases of its own
            act(app, "ofac-analyst", "US-OFAC");
            for (String table : List.of("package_entry", "round", "vote", "embargo_member", "impact_note")) {
                assertEquals(0, count(app, table + " where package_id = '" + pack + "'"), table);
            }
        }
    }

    @Test
    void an_agency_that_takes_part_sees_its_own() throws SQLException {
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            act(app, "pres-chair", "EU-PRES");
            for (String table : List.of("proposal", "package", "vote", "journal")) {
                assertTrue(count(app, table) > 0, table);
            }
        }
    }

    /** They look by an index before they ask who reads, and so must ask for themselves. */
    @Test
    void functions_that_look_first_answer_nobody_else() throws SQLException {
        List<String> functions = List.of(
                "votes_of('" + round + "')",
                "entries_of('" + pack + "')",
                "round_seen('" + round + "')",
                "package_seen('" + pack + "')",
                "rounds_to_vote('EU-833-IV', 'DE', 10)",
                "proposals_sharing('" + keysOfItsEntry().replace("'", "''") + "', gen_random_uuid())");
        String voter = TestTokens.sub("fr-voter");
        List<String> others = List.of(
                "packages_to_open('EU-833-IV', '{}', 10)",
                "acts_of('" + voter + "', array(select proposal_id from entries_of('" + pack + "')), '{1}')",
                "acts_of('" + voter + "', array['" + entry() + "'::uuid], '{1}')");
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            assertEquals(0, count(app, "listings_sharing('{}')"), "listings without settings");
            for (String function :
                    Stream.concat(functions.stream(), others.stream()).toList()) {
                assertEquals(0, count(app, function), function + " without settings");
            }
            act(app, "doj-analyst", "US-DOJ");
            for (String function :
                    Stream.concat(functions.stream(), others.stream()).toList()) {
                assertEquals(0, count(app, function), function);
            }
            act(app, "fr-voter", "FR-REP");
            assertEquals(1, count(app, others.getLast()), "one's own vote");
            act(app, "pres-chair", "EU-PRES");
            for (String function : functions) {
                assertTrue(count(app, function) > 0, function);
            }
        }
    }

    @Test
    void what_was_written_into_the_journal_stays() throws SQLException {
        for (String change : List.of(
                "update journal set actor = 'x'",
                "delete from journal",
                "truncate journal",
                "update journal_payload set bytes = ''",
                "delete from journal_payload",
                "update revision_act set sub = 'x'",
                "delete from revision_act",
                "delete from vote",
                "insert into notice select * from notice",
                "delete from notice",
                "update listing_print set printed = 'x'",
                "delete from listing_print",
                "delete from listing_print_acceptance",
                "delete from appointment")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
    }

    @Test
    void only_the_release_job_writes_a_listing() throws SQLException {
        try (Connection app = Databases.asApp();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            act(app, "pres-chair", "EU-PRES");
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "insert into listing select gen_random_uuid(), 0, p.programme, p.id, p.id, p.case_id, 1, '', 'ADD',"
                                    + " '1', p.name, null, null, null, p.ground, '{}', '{}', now()::date, null, now(), now(),"
                                    + " 'ACTIVE', '[]', '[]' from proposal p limit 1"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void every_table_of_the_schema_is_behind_the_wall_or_named_here_as_holding_no_content() throws SQLException {
        assertEquals(0, Databases.number("""
                        select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
                           and c.relname not in ('appointment', 'person', 'package_serial', 'feed_cursor', 'feed_seen',
                               'journal_unnumbered', 'flyway_schema_history')
                        """));
    }

    private static UUID entry() throws SQLException {
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select proposal_id from package_entry where package_id = '" + pack + "'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static String keysOfItsEntry() throws SQLException {
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select keys from proposal where package_id = '" + pack + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The settings that the service makes for such a person. */
    private static void act(Connection app, String account, String agency) throws SQLException {
        Databases.set(app, "lockstep.sub", TestTokens.sub(account));
        Databases.set(app, "lockstep.agency", agency);
        Databases.set(app, "lockstep.levels", "{EU:LIMITE,EU:PUBLIC,US:CUI,EU:RESTREINT_UE}");
        String names = agency.startsWith("EU-") ? "{EU-COUNCIL," + agency + "}" : "{US,G7PLUS," + agency + "}";
        Databases.set(app, "lockstep.wide", names);
        Databases.set(app, "lockstep.strict", names);
    }

    private static long count(Connection app, String table) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
