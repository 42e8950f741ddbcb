package lockstep.listing.note;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.act;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who reads what was said of proposals and packages. Every deliberative text holds a word of its own; each reader's pages and
 * histories, and then the tables behind them, are searched for all of these words.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class AudienceMatrixTest {
    private static final List<String> RELEASED = List.of("EU-COUNCIL", "UK-FCDO", "US-DOJ", "US-OFAC");
    private static final Map<String, Object> MARKING =
            Map.of("level", "EU:LIMITE", "orcon", false, "relTo", RELEASED, "tlp", "AMBER", "named", List.of());
    private static final String ELECTORATE = "own seat french office";

    /** The word in each text, and whose readers find it. */
    private static final Map<String, String> READ_BY = new TreeMap<>(Map.ofEntries(
            Map.entry("w-returned", ELECTORATE),
            Map.entry("w-held", ELECTORATE),
            Map.entry("w-judged", ELECTORATE),
            Map.entry("w-endorsed", ELECTORATE),
            Map.entry("w-opinion", ELECTORATE),
            Map.entry("w-advised", ELECTORATE + " participant"),
            Map.entry("w-impact", ELECTORATE),
            Map.entry("w-objected", ELECTORATE),
            Map.entry("w-reserved", ELECTORATE),
            Map.entry("w-carved", ELECTORATE),
            Map.entry("w-mediated", ELECTORATE),
            Map.entry("w-rejected", ELECTORATE),
            Map.entry("w-note-agency", "french"),
            Map.entry("w-note-package", "french"),
            Map.entry("w-note-electorate", ELECTORATE),
            Map.entry("w-note-case", ELECTORATE + " participant")));

    private static final Map<String, TestTokens> READERS = new TreeMap<>(Map.of(
            "own", People.eeasAnalyst(),
            "seat", voter("DE"),
            "french", voter("FR"),
            "office", People.legal(),
            "participant", fcdo(),
            "partner", People.us("ofac-analyst", Role.ANALYST),
            "auditor", People.person("doj-auditor", "US-DOJ", Role.AUDITOR)));

    private static final Map<String, String> AGENCIES = Map.of(
            "own", "EU-EEAS eeas-analyst",
            "seat", "DE-REP de-voter",
            "french", "FR-REP fr-voter",
            "office", "EU-CLS cls-legal",
            "participant", "UK-FCDO fcdo-reviewer",
            "partner", "US-OFAC ofac-analyst",
            "auditor", "US-DOJ doj-auditor");

    private static UUID caseId;
    private static UUID returned;
    private static UUID decided;
    private static UUID carved;
    private static UUID held;
    private static UUID pack;
    private static UUID round;
    private static UUID forElectorate;

    private static TestTokens fcdo() {
        return People.person("fcdo-reviewer", "UK-FCDO", Role.REVIEWER, Role.ANALYST);
    }

    /** Once: the port of the service isn't known before the first test. */
    @BeforeEach
    void everythingThatIsSaidOnTheWay() throws Exception {
        if (pack != null) {
            return;
        }
        People.appoint();
        People.appoint("doj-auditor", "US-DOJ", "EU-833-IV", null, "auditor");
        EvidenceStandIn.refuseNothing();
        caseId = id(as(People.eeasAnalyst())
                .body(Map.of("title", "Meridian Vale", "summary", "", "marking", MARKING))
                .post("/api/v1/cases"));
        must(as(People.eeasAnalyst())
                .body(Map.of("agency", "UK-FCDO"))
                .post("/api/v1/cases/" + caseId + "/participants"));
        Map<String, Object> company = Story.company();
        returned = submitted(company);
        held = submitted(Story.company());
        act(
                chair(),
                held,
                "hold",
                Map.of("reason", "w-held", "reviewBy", Story.noonIn(9).toString()));
        decided = ready(submitted(company));
        carved = ready(submitted(Story.company()));
        act(fcdo(), decided, "advisory-endorsements", Map.of("revisionRead", 1, "note", "w-advised"));
        act(chair(), returned, "return", Map.of("revisionRead", 1, "code", "LEGAL_DEFECT", "text", "w-returned"));
        pack = Story.packageOf(decided, carved);
        must(as(chair())
                .body(Map.of("packageHashRead", Story.hash(pack), "text", "w-impact"))
                .post("/api/v1/packages/" + pack + "/impact-notes"));
        note("proposals/" + decided, "w-note-agency");
        note("packages/" + pack, "w-note-package");
        forElectorate = note("proposals/" + decided, "w-note-electorate");
        widen(voter("FR"), forElectorate, "ELECTORATE");
        widen(voter("FR"), note("proposals/" + decided, "w-note-case"), "CASE");
        theRound();
    }

    private static UUID submitted(Map<String, Object> company) {
        UUID subject = id(as(People.eeasAnalyst()).body(company).post("/api/v1/cases/" + caseId + "/subjects"));
        Map<String, Object> text = new HashMap<>(Story.text(caseId, subject));
        text.put("marking", MARKING);
        UUID made = id(as(People.eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        act(People.eeasSubmitter(), made, "submit", Map.of("revisionRead", 1));
        return made;
    }

    private static UUID ready(UUID proposal) {
        return ready(proposal, "w-opinion");
    }

    private static UUID ready(UUID proposal, String said) {
        List<Map<String, Object>> judged = must(as(chair()).get("/api/v1/proposals/" + proposal + "/duplicates"))
                .jsonPath()
                .getList("items.matchId", String.class)
                .stream()
                .map(match -> Map.<String, Object>of("matchId", match, "judgement", "DIFFERENT", "reason", "w-judged"))
                .toList();
        act(chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", judged));
        act(People.comReviewer(), proposal, "endorse", Map.of("revisionRead", 1, "note", "w-endorsed"));
        Map<String, Object> opinion = new HashMap<>(Story.opinion());
        opinion.put("proportionality", said);
        act(People.legal(), proposal, "find-sufficient", opinion);
        return proposal;
    }

    private static UUID note(String on, String text) {
        return id(as(voter("FR")).body(Map.of("text", text)).post("/api/v1/" + on + "/notes"));
    }

    private static Response widen(TestTokens who, UUID note, String audience) {
        return as(who).body(Map.of("audience", audience)).post("/api/v1/notes/" + note + "/audience");
    }

    private static void theRound() {
        round = id(Story.openRound(pack));
        String hash = Story.hash(pack);
        vote(
                "DE",
                Map.of(
                        "packageHashRead",
                        hash,
                        "choice",
                        "RESERVE",
                        "reason",
                        "w-reserved",
                        "reserveUntil",
                        Story.noonIn(9).toString()));
        vote(
                "FR",
                Map.of(
                        "packageHashRead",
                        hash,
                        "choice",
                        "OBJECT",
                        "reason",
                        "w-objected",
                        "entries",
                        List.of(carved)));
        chairs("carve-out", Map.of("entries", List.of(carved), "reason", "w-carved"));
        vote("FR", Map.of("packageHashRead", Story.hash(pack), "choice", "OBJECT", "reason", "w-objected"));
        chairs("mediation-notes", Map.of("text", "w-mediated"));
        chairs("close-failed", Map.of("reason", "w-rejected"));
    }

    private static void vote(String seat, Map<String, Object> body) {
        must(as(voter(seat)).body(body).post("/api/v1/rounds/" + round + "/votes"));
    }

    private static void chairs(String act, Map<String, Object> body) {
        must(as(chair()).body(body).post("/api/v1/rounds/" + round + "/" + act));
    }

    /** All that a reader can get of the case, its proposals and its package. */
    private static String everything(TestTokens reader) {
        List<String> routes = new ArrayList<>(List.of(
                "cases/" + caseId,
                "cases/" + caseId + "/history?limit=200",
                "packages/" + pack,
                "packages/" + pack + "/impact-notes",
                "packages/" + pack + "/notes",
                "packages/" + pack + "/history?limit=200",
                "rounds/" + round,
                "proposals?caseId=" + caseId));
        for (UUID proposal : List.of(returned, held, decided, carved)) {
            routes.addAll(List.of("proposals/" + proposal, "proposals/" + proposal + "/notes"));
        }
        StringBuilder all = new StringBuilder();
        for (String route : routes) {
            all.append(as(reader).get("/api/v1/" + route).asString());
        }
        return all.toString();
    }

    @Test
    void each_text_is_read_by_its_audience_alone() {
        Map<String, String> found = new TreeMap<>();
        READERS.forEach((name, token) -> {
            String all = everything(token);
            READ_BY.keySet().stream()
                    .filter(all::contains)
                    .forEach(word -> found.merge(word, name, (one, other) -> one + " " + other));
        });
        assertEquals(sorted(READ_BY), sorted(found));
    }

    @Test
    void behind_the_service_the_tables_say_the_same() throws SQLException {
        Map<String, String> tables = Map.ofEntries(
                Map.entry("w-returned", "revision_act"),
                Map.entry("w-judged", "revision_act"),
                Map.entry("w-endorsed", "revision_act"),
                Map.entry("w-opinion", "revision_act"),
                Map.entry("w-advised", "revision_act"),
                Map.entry("w-impact", "impact_note"),
                Map.entry("w-objected", "vote"),
                Map.entry("w-reserved", "vote"),
                Map.entry("w-mediated", "round"),
                Map.entry("w-rejected", "round"),
                Map.entry("w-note-agency", "internal_note"),
                Map.entry("w-note-package", "internal_note"),
                Map.entry("w-note-electorate", "internal_note"),
                Map.entry("w-note-case", "internal_note"));
        Map<String, String> expected = new TreeMap<>(READ_BY);
        expected.keySet().retainAll(tables.keySet());
        Map<String, String> found = new TreeMap<>();
        Map<String, String> journal = new TreeMap<>();
        for (String name : READERS.keySet()) {
            try (Connection app = Databases.asApp()) {
                app.setAutoCommit(false);
                settings(app, AGENCIES.get(name).split(" "));
                Map<String, String> read = new TreeMap<>();
                for (String table : Set.copyOf(tables.values())) {
                    read.put(table, everythingIn(app, "select t::text from " + table + " t"));
                }
                String events = everythingIn(app, "select convert_from(bytes, 'UTF8') from journal_payload");
                for (String word : READ_BY.keySet()) {
                    if (tables.containsKey(word) && read.get(tables.get(word)).contains(word)) {
                        found.merge(word, name, (one, other) -> one + " " + other);
                    }
                    if (events.contains(word)) {
                        journal.merge(word, name, (one, other) -> one + " " + other);
                    }
                }
            }
        }
        assertEquals(sorted(expected), sorted(found));
        assertEquals(sorted(READ_BY), sorted(journal));
    }

    private static Map<String, List<String>> sorted(Map<String, String> words) {
        Map<String, List<String>> all = new TreeMap<>();
        words.forEach((word, names) ->
                all.put(word, List.of(names.split(" ")).stream().sorted().toList()));
        return all;
    }

    private static void settings(Connection app, String[] agencyAndAccount) throws SQLException {
        String agency = agencyAndAccount[0];
        Databases.set(app, "lockstep.sub", TestTokens.sub(agencyAndAccount[1]));
        Databases.set(app, "lockstep.agency", agency);
        Databases.set(app, "lockstep.levels", "{EU:LIMITE,EU:PUBLIC,US:CUI,UK:OFFICIAL}");
        boolean council = agency.startsWith("EU-") || agency.endsWith("-REP");
        String names = council ? "{EU-COUNCIL," + agency + "}" : "{" + agency + "}";
        Databases.set(app, "lockstep.wide", names);
        Databases.set(app, "lockstep.strict", names);
    }

    /** Read once for all words: row-level security is asked for each row of each query. */
    private static String everythingIn(Connection app, String query) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void who_is_not_visible_to_gets_404_and_who_is_outside_reads_the_neutral_phrase() {
        for (String route : List.of(
                "proposals/" + decided,
                "packages/" + pack,
                "rounds/" + round,
                "packages/" + pack + "/impact-notes",
                "packages/" + pack + "/notes",
                "proposals/" + decided + "/notes")) {
            refused(as(READERS.get("partner")).get("/api/v1/" + route), 404, "not-found");
            refused(as(READERS.get("auditor")).get("/api/v1/" + route), 404, "not-found");
        }
        for (String route : List.of("packages/" + pack, "rounds/" + round, "packages/" + pack + "/impact-notes")) {
            refused(as(fcdo()).get("/api/v1/" + route), 404, "not-found");
        }
        for (UUID back : List.of(carved, decided)) {
            must(as(fcdo()).get("/api/v1/proposals/" + back))
                    .then()
                    .body("returned.code", nullValue())
                    .body("returned.neutral", equalTo(true))
                    .body("returned.text", equalTo("Not agreed at this stage."))
                    .body("packageId", nullValue());
        }
        must(as(fcdo()).get("/api/v1/proposals/" + carved)).then().body("status", equalTo("RETURNED"));
        must(as(fcdo()).get("/api/v1/proposals/" + decided)).then().body("status", equalTo("REJECTED"));
    }

    @Test
    void only_its_owner_widens_it_and_it_is_journalled_and_never_narrowed() throws SQLException {
        UUID code = submitted(Story.company());
        act(chair(), code, "return", Map.of("revisionRead", 1, "code", "DISPROPORTIONATE", "text", "w-opened"));
        String route = "/api/v1/proposals/" + code + "/widen-return";
        refused(as(People.legal()).post(route), 403, "not-the-owner");
        refused(as(fcdo()).post(route), 403, "not-the-owner");
        must(as(chair()).get("/api/v1/proposals/" + code))
                .then()
                .body("allowedActions.find { it.action == 'widen-return' }.allowed", equalTo(true));
        must(as(chair()).post(route));
        refused(as(chair()).post(route), 409, "nothing-to-widen");
        must(as(fcdo()).get("/api/v1/proposals/" + code))
                .then()
                .body("returned.code", equalTo("DISPROPORTIONATE"))
                .body("returned.text", equalTo("w-opened"));
        must(as(fcdo()).get("/api/v1/cases/" + caseId + "/history?limit=200"))
                .then()
                .body("items.find { it.type == 'proposal.return-widened' }.actor.account", equalTo("pres-chair"));
        refused(widen(voter("DE"), forElectorate, "CASE"), 403, "not-the-owner");
        refused(widen(voter("DE"), note("proposals/" + code, "x"), "CASE"), 404, "not-found");
        refused(widen(voter("FR"), forElectorate, "AGENCY"), 409, "not-wider");
        UUID onPackage = note("packages/" + pack, "w-instruction");
        refused(widen(voter("FR"), onPackage, "CASE"), 409, "no-case");
        must(widen(voter("FR"), onPackage, "ELECTORATE"));
        byHand("DE-REP de-voter", "update internal_note set audience = 'CASE'", "42501");
        byHand("FR-REP fr-voter", "update internal_note set audience = 'AGENCY'", "23514");
        byHand("FR-REP fr-voter", "update internal_note set text = 'x'", "42501");
    }

    @Test
    void an_opinion_is_widened_by_the_office_that_gave_it() throws SQLException {
        UUID proposal = ready(submitted(Story.company()), "w-open");
        String path = "/api/v1/proposals/" + proposal;
        String route = path + "/widen-opinion";
        must(as(fcdo()).get(path)).then().body("opinion", nullValue());
        refused(as(chair()).post(route), 403, "not-permitted");
        TestTokens other = People.person("com-legal", "EU-COM", Role.LEGAL);
        refused(as(other).post(route), 403, "not-the-owner");
        must(as(People.legal()).get(path))
                .then()
                .body("allowedActions.find { it.action == 'widen-opinion' }.allowed", equalTo(true));
        must(as(People.legal()).post(route));
        refused(as(People.legal()).post(route), 409, "nothing-to-widen");
        must(as(fcdo()).get(path)).then().body("opinion.points.proportionality", equalTo("w-open"));
        must(as(fcdo()).get("/api/v1/cases/" + caseId + "/history?limit=200"))
                .then()
                .body("items.find { it.type == 'proposal.opinion-widened' }.actor.account", equalTo("cls-legal"));
        refused(as(READERS.get("partner")).get(path), 404, "not-found");
        for (String change : List.of("delete from widened_opinion", "update widened_opinion set revision = 2")) {
            byHand("EU-CLS cls-legal", change + " where proposal_id = ?", proposal, "42501");
        }
        byHand(
                "DE-REP de-voter",
                "insert into widened_opinion select p.id, p.revision, '" + TestTokens.sub("de-voter")
                        + "', 'x', 'DE-REP', now() from proposal p where p.id = ?",
                decided,
                "42501");
    }

    private static void byHand(String who, String change, String state) throws SQLException {
        byHand(who, change + " where id = ?", forElectorate, state);
    }

    private static void byHand(String who, String change, UUID of, String state) throws SQLException {
        try (Connection app = Databases.asApp();
                PreparedStatement statement = app.prepareStatement(change)) {
            app.setAutoCommit(false);
            settings(app, who.split(" "));
            statement.setObject(1, of);
            SQLException no = assertThrows(SQLException.class, statement::executeUpdate, change);
            assertEquals(state, no.getSQLState(), change);
        }
    }
}
