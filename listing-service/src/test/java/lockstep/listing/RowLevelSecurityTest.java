package lockstep.listing;

import static lockstep.listing.testing.Story.must;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: queries without any filter of the service's own, as the role that the service has. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RowLevelSecurityTest {
    /** The tables with case content, which the set-up fills. */
    private static final Set<String> TABLES = Set.of(
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
            "journal_payload",
            "recorded_decision",
            "package_waiver",
            "seat_access_lost",
            "listing_print_acceptance",
            "correction",
            "widened_opinion",
            "language_version",
            "observations",
            "recusal");

    /** Closed to whoever is nobody, open to every account: what is public, and who stands in for whom. */
    private static final Set<String> KNOWN_TO_ALL =
            Set.of("listing", "listing_print", "listing_confirmation", "listing_extension", "listing_act");

    /** Rows of one person, of the service itself, or from its peer; the set-up fills them not. */
    private static final Set<String> OTHERS = Set.of(
            "idempotency",
            "mailbox",
            "journal_position",
            "release_grant",
            "evidence_withdrawn",
            "access_doubt",
            "evidence_loss",
            "absence");

    private static boolean there;
    private static UUID pack;
    private static UUID round;
    private static UUID recorded;
    private static UUID released;

    @Inject
    CloseRoundsJob closing;

    @Inject
    ReleaseJob release;

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
        recorded = recorded();
        released = released();
        must(People.as(People.person("eeas-analyst-2", "EU-EEAS", Role.ANALYST))
                .body(Map.of("reason", "Family."))
                .post("/api/v1/cases/" + Story.openCase() + "/recusals"));
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "insert into language_version (id, proposal_id, revision, language, n, text, of_hash, sha256,"
                            + " written_by, written_account, written_agency, written_at) select gen_random_uuid(), proposal_id, 1,"
                            + " 'ga', 1, '{}', '', '', 'x', 'x', 'EU-EEAS', now() from package_entry where package_id = '"
                            + recorded + "'");
            statement.execute("insert into seat_access_lost (round_id, package_id, seat, exhibit_id, version, since)"
                    + " values ('" + round + "', '" + pack + "', 'FR', gen_random_uuid(), 1, now())");
            statement.execute(
                    "insert into observations (id, listing_id, proposal_id, case_id, programme, received_on, sender,"
                            + " text, registered_by, registered_account, registered_agency, registered_at) select gen_random_uuid(), id,"
                            + " proposal_id, case_id, programme, now(), 'x', 'x', 'x', 'x', 'US-OFAC', now() from listing"
                            + " where package_id = '" + released + "'");
        }
    }

    /** A package that one seat decided on without an exhibit, with a correction in its form, before the Council's record. */
    private UUID recorded() throws Exception {
        UUID proposal = Story.ready();
        must(People.as(People.legal()).post("/api/v1/proposals/" + proposal + "/widen-opinion"));
        UUID its = Story.packageOf(proposal);
        String exhibit = must(People.as(People.chair()).get("/api/v1/proposals/" + proposal))
                .path("text.reasons[0].cites[0].exhibitId");
        must(People.as(People.voter("FR"))
                .body(Map.of("items", List.of(Map.of("exhibitId", exhibit, "version", 1))))
                .post("/api/v1/packages/" + its + "/decides-without"));
        for (int stage = 0; stage < 2; stage++) {
            Time.deadlineOf(Story.id(Story.openRound(its)));
            closing.run();
        }
        JsonPath text = must(People.as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal + "/correctable"))
                .jsonPath();
        String name = "/subject/names/0/full";
        must(People.as(People.eeasAnalyst())
                .body(Map.of(
                        "textHashRead",
                        text.getString("textHash"),
                        "changes",
                        List.of(Map.of(
                                "field",
                                name,
                                "kind",
                                "PUNCTUATION",
                                "text",
                                text.getString("fields.find { it.field == '" + name + "' }.text") + ".")),
                        "reason",
                        "As the register prints it."))
                .post("/api/v1/proposals/" + proposal + "/corrections"));
        must(People.as(People.secretary(1))
                .body(Map.of(
                        "packageHashRead",
                        Story.hash(its),
                        "body",
                        "Council",
                        "date",
                        LocalDate.now().minusDays(1).toString(),
                        "adopted",
                        false))
                .post("/api/v1/packages/" + its + "/records"));
        return its;
    }

    /** A package of OFAC's whose print differs, which one of two persons accepts. */
    private UUID released() throws Exception {
        UUID its = Ofac.scheduled(Ofac.draft(Ofac.file(), "ADD", null), "X-" + UUID.randomUUID());
        Time.releaseOf(its);
        release.run();
        String listing = must(People.as(Ofac.publisher()).get("/api/v1/packages/" + its + "/prints"))
                .path("entries[0].listingId");
        String print = must(People.as(Ofac.publisher())
                        .body(Map.of(
                                "reference",
                                "91 FR 99001",
                                "seenAt",
                                Instant.now().toString(),
                                "printed",
                                "Another row."))
                        .post("/api/v1/listings/" + listing + "/prints"))
                .path("confirmation.printId");
        must(People.as(Ofac.publisher())
                .body(Map.of("printRead", print, "reason", "The printer's comma."))
                .post("/api/v1/listings/" + listing + "/discrepancy/acceptances"));
        return its;
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

    @Test
    void what_belongs_to_a_package_is_seen_with_it_and_by_nobody_else() throws SQLException {
        String itsEntry =
                " where proposal_id in (select proposal_id from package_entry where package_id = '" + recorded + "')";
        List<String> ofTheCouncil = List.of(
                "recorded_decision where package_id = '" + recorded + "'",
                "package_waiver where package_id = '" + recorded + "'",
                "correction where package_id = '" + recorded + "'",
                "widened_opinion" + itsEntry,
                "language_version" + itsEntry);
        List<String> ofOfac = List.of(
                "listing_print_acceptance where package_id = '" + released + "'",
                "observations where listing_id in (select id from listing where package_id = '" + released + "')");
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            for (String account : List.of("pres-chair EU-PRES", "gsc-secretary-2 EU-GSC", "fr-voter FR-REP")) {
                act(app, account.split(" ")[0], account.split(" ")[1]);
                for (String rows : ofTheCouncil) {
                    assertEquals(1, count(app, rows), account + " " + rows);
                }
                for (String rows : ofOfac) {
                    assertEquals(0, count(app, rows), account + " " + rows);
                }
            }
            act(app, "ofac-publisher", "US-OFAC");
            for (String rows : ofOfac) {
                assertEquals(1, count(app, rows), "its publisher " + rows);
            }
            for (String rows : ofTheCouncil) {
                assertEquals(0, count(app, rows), rows);
            }
            act(app, "doj-analyst", "US-DOJ");
            for (String rows : ofOfac) {
                assertEquals(0, count(app, rows), "an agency outside " + rows);
            }
        }
    }

    @Test
    void a_recusal_is_its_persons_own_and_what_is_public_is_for_accounts_alone() throws SQLException {
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            assertEquals(
                    0,
                    count(app, "listing")
                            + count(app, "listing_print")
                            + count(app, "listing_confirmation")
                            + count(app, "listing_act"));
            act(app, "eeas-analyst-2", "EU-EEAS");
            assertEquals(1, count(app, "recusal"));
            act(app, "eeas-analyst", "EU-EEAS");
            assertEquals(0, count(app, "recusal"));
            act(app, "doj-analyst", "US-DOJ");
            for (String table : List.of("listing", "listing_print", "listing_confirmation", "listing_act")) {
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
    void what_a_seat_can_no_longer_open_is_known_to_it_and_to_the_chair_alone() throws SQLException {
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            for (String who : List.of("pres-chair EU-PRES", "fr-voter FR-REP")) {
                act(app, who.split(" ")[0], who.split(" ")[1]);
                assertEquals(1, count(app, "seat_access_lost"), who);
            }
            act(app, "de-voter", "DE-REP");
            assertTrue(count(app, "round") > 0);
            assertEquals(0, count(app, "seat_access_lost"));
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
        assertEquals(
                Set.of(
                        "appointment",
                        "person",
                        "package_serial",
                        "feed_cursor",
                        "feed_seen",
                        "journal_unnumbered",
                        "flyway_schema_history"),
                tables("not (c.relrowsecurity and c.relforcerowsecurity)"));
    }

    @Test
    void every_table_behind_the_wall_is_asked_here() throws SQLException {
        Set<String> known = new TreeSet<>(TABLES);
        known.addAll(KNOWN_TO_ALL);
        known.addAll(OTHERS);
        assertEquals(known, tables("c.relrowsecurity and c.relforcerowsecurity"));
    }

    private static Set<String> tables(String such) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind = 'r' and " + such)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
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
        String names = agency.startsWith("EU-") || agency.endsWith("-REP")
                ? "{EU-COUNCIL," + agency + "}"
                : "{US,G7PLUS," + agency + "}";
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
