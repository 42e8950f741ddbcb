package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A protected source is sealed to its handlers, person by person, and nobody else learns more than that there is one. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SourceResourceTest {
    private static final String COLLEAGUE = "eeas-colleague";

    private static VersionRef held(Object... changes) {
        Object[] marked = new Object[changes.length + 2];
        System.arraycopy(changes, 0, marked, 0, changes.length);
        marked[changes.length] = "marking";
        marked[changes.length + 1] = Exhibiting.TO_COUNCIL;
        return Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "From a source. " + UUID.randomUUID(), marked);
    }

    private static RequestSpecification colleague() {
        return Sources.level2(COLLEAGUE, "EU-EEAS", Role.ANALYST);
    }

    private static RequestSpecification third() {
        return Sources.level2("eeas-third", "EU-EEAS", Role.LEGAL);
    }

    private static RequestSpecification registrar() {
        return Sources.level2("eeas-registrar", "EU-EEAS", Role.REGISTRAR);
    }

    private static Response source(RequestSpecification by, VersionRef ref) {
        return by.get("/api/v1/exhibits/{id}/source", ref.exhibitId());
    }

    private static void known(RequestSpecification by, VersionRef ref) {
        by.get("/api/v1/exhibits/{id}/versions/1/content", ref.exhibitId())
                .then()
                .statusCode(200);
    }

    /** Sealed by the analyst, with a colleague as the second handler. */
    private static VersionRef handledByTwo(String identity) {
        VersionRef ref = held();
        known(colleague(), ref);
        Sources.sealed(ref, identity);
        Sources.name(Sources.sealer(), ref, COLLEAGUE).then().statusCode(200);
        Sources.act(registrar(), ref, Sources.handler(ref, COLLEAGUE), "confirm")
                .then()
                .statusCode(200);
        return ref;
    }

    @Test
    void whoever_seals_it_opens_it_and_each_opening_is_told_to_the_handlers() {
        VersionRef ref = handledByTwo("Ilse Invented");
        Sources.open(colleague(), ref, "To ask for a further document")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("identity", equalTo("Ilse Invented"), "contact", nullValue());
        RequestSpecification other = Sources.level2("eeas-other", "EU-EEAS", Role.RELEASE_OFFICER);
        String opened = "items.findAll { it.type == 'exhibit.source-opened' }";
        Sources.sealer()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body(
                        opened + ".payload.purpose", contains("To ask for a further document"),
                        opened + ".actor.account", contains(COLLEAGUE));
        for (RequestSpecification unconcerned : List.of(other, People.comAnalyst())) {
            unconcerned
                    .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                    .then()
                    .statusCode(200)
                    .body("items.type", not(hasItem("exhibit.source-opened")))
                    .body("items.type", not(hasItem("exhibit.source-sealed")));
        }
        Sources.sealer()
                .get("/api/v1/exhibits/{id}/custody-report", ref.exhibitId())
                .then()
                .statusCode(200)
                .body("entries.type", hasItems("exhibit.source-sealed", "exhibit.source-opened"));
    }

    @Test
    void an_auditor_sees_that_it_was_opened_and_by_whom_and_no_word() {
        VersionRef ref = handledByTwo("Otto Ornament");
        Sources.open(colleague(), ref, "To plan a meeting").then().statusCode(200);
        UUID appointment = Listing.auditor("eu-auditor", List.of("EU-EEAS"), List.of());
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        String opened = "items.find { it.type == 'exhibit.source-opened' }";
        People.auditor()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .statusCode(200)
                .body(
                        opened + ".withheld", equalTo(true),
                        opened + ".payload.purpose", nullValue(),
                        opened + ".actor.account", equalTo(COLLEAGUE));
        People.auditor()
                .get("/api/v1/exhibits/{id}/custody-report", ref.exhibitId())
                .then()
                .statusCode(200)
                .body(
                        "entries.type", hasItem("exhibit.source-opened"),
                        "markings.tlp", hasItem("RED"),
                        "markings.named.flatten()", empty());
        Listing.auditorEnded(appointment);
    }

    @Test
    void others_see_that_the_source_is_protected_and_how_reliable_it_is() {
        VersionRef ref = held();
        Sources.sealed(ref, "Carl Contrived");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .then()
                .statusCode(200)
                .body(
                        "versions[0].sourceProtected", equalTo(true),
                        "versions[0].sourceType", nullValue(),
                        "versions[0].sourceUrl", nullValue(),
                        "versions[0].reliability", equalTo("B"),
                        "versions[0].credibility", equalTo(2));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .then()
                .body("versions[0].sourceType", equalTo("CORPORATE_REGISTRY"));
        source(People.comAnalyst(), ref)
                .then()
                .statusCode(200)
                .body(
                        "pseudonym", matchesPattern("S-[0-9A-F]{8}"),
                        "handlers", empty(),
                        "candidates", empty(),
                        "allowedActions", empty());
        People.comAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of("items", List.of(ref)))
                .post("/api/v1/exhibits/lookup")
                .then()
                .body("items[0].sourceType", nullValue(), "items[0].sourceUrl", nullValue());
    }

    @Test
    void an_informant_is_protected_from_birth() {
        VersionRef ref = held("sourceType", "INFORMANT", "sourceUrl", null);
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .then()
                .body("versions[0].sourceProtected", equalTo(true), "versions[0].sourceType", nullValue());
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body("items.find { it.type == 'exhibit.registered' }.payload.sourceType", nullValue());
        String row = "items.find { it.id == '" + ref.exhibitId() + "' }";
        String caseId = People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .path("caseId");
        People.comAnalyst().get("/api/v1/cases/{id}/exhibits", caseId).then().body(row + ".sourceType", nullValue());
        source(People.eeasAnalyst(), ref)
                .then()
                .body("pseudonym", nullValue(), "allowedActions.action", contains("protect-source"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void no_role_of_any_agency_opens_it(Role role) {
        VersionRef ref = held();
        Sources.sealed(ref, "Bruno Bogus");
        boolean meetsContent = role != Role.AUDITOR && role != Role.ADMIN;
        for (String agency : List.of("EU-EEAS", "EU-COM")) {
            RequestSpecification person = Sources.level2("nobody-" + role.claim(), agency, role);
            problem(Sources.open(person, ref), 403, meetsContent ? "not-a-handler" : "not-permitted");
            problem(
                    Sources.seal(person, ref, Map.of("identity", "Another")),
                    403,
                    meetsContent ? "not-a-handler" : "not-permitted");
            problem(Sources.name(person, ref, COLLEAGUE), 403, meetsContent ? "not-a-handler" : "not-permitted");
            String handler = Sources.handler(ref, "eeas-analyst");
            problem(
                    Sources.act(person, ref, handler, "take-away"),
                    403,
                    meetsContent ? "not-a-handler" : "not-permitted");
        }
        RequestSpecification outside = Sources.level2("nobody-" + role.claim(), "US-BIS", role);
        problem(Sources.open(outside, ref), meetsContent ? 404 : 403, meetsContent ? "not-found" : "not-permitted");
        RequestSpecification moved = Sources.level2("eeas-analyst", "EU-COM", role);
        problem(Sources.open(moved, ref), 403, meetsContent ? "not-a-handler" : "not-permitted");
        RequestSpecification weak = People.as(TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST));
        problem(Sources.open(weak, ref), 401, "stronger-login-needed");
        Sources.open(Sources.sealer(), ref).then().statusCode(200);
    }

    @Test
    void only_an_analyst_of_the_originator_seals_it_first() {
        VersionRef ref = held();
        Map<String, String> details = Map.of("identity", "Dora Dummy");
        problem(Sources.seal(registrar(), ref, details), 403, "not-permitted");
        problem(
                Sources.seal(Sources.level2("com-analyst", "EU-COM", Role.ANALYST), ref, details),
                403,
                "not-permitted");
        problem(Sources.open(Sources.sealer(), ref), 409, "no-protected-source");
        problem(Sources.seal(Sources.sealer(), ref, Map.of()), 422, "invalid-input");
        Sources.sealed(ref, "Dora Dummy");
        problem(Sources.seal(colleague(), ref, details), 403, "not-a-handler");
        Sources.seal(
                        Sources.sealer(),
                        ref,
                        Map.of("identity", "Dora Dummy", "contact", "+00 555 0101", "notes", "One.\nTwo."))
                .then()
                .statusCode(200);
        Sources.open(Sources.sealer(), ref).then().body("notes", equalTo("One.\nTwo."));
    }

    @Test
    void a_purpose_that_would_tell_the_source_is_not_written_down() {
        VersionRef ref = held();
        Sources.seal(Sources.sealer(), ref, Map.of("identity", "Émile Fictif", "contact", "call 5550199"))
                .then()
                .statusCode(200);
        for (String telling : List.of("Meeting with EMILE", "About Fictif, urgently", "Rang 5550199")) {
            problem(Sources.open(Sources.sealer(), ref, telling), 422, "invalid-input")
                    .body("errors[0].pointer", equalTo("/purpose"), "errors[0].reason", equalTo("tells-the-source"));
        }
        problem(Sources.open(Sources.sealer(), ref, " "), 422, "invalid-input");
        Sources.open(Sources.sealer(), ref, "To call the person").then().statusCode(200);
    }

    @Test
    void the_second_handler_is_confirmed_by_a_registrar_and_the_third_by_a_handler() {
        VersionRef ref = held();
        known(colleague(), ref);
        known(third(), ref);
        Sources.sealed(ref, "Fritz Fake");
        problem(People.administrator().get("/api/v1/exhibits/{id}", ref.exhibitId()), 403, "not-permitted");
        source(Sources.sealer(), ref)
                .then()
                .body("candidates.account", hasItem(COLLEAGUE))
                .body("candidates.account", not(hasItem("eeas-admin")));
        problem(Sources.name(Sources.sealer(), ref, "eeas-admin"), 422, "invalid-input");
        problem(Sources.name(Sources.sealer(), ref, "nobody-known"), 422, "invalid-input")
                .body("errors[0].reason", equalTo("unknown-person"));
        Sources.name(Sources.sealer(), ref, COLLEAGUE).then().statusCode(200);
        problem(Sources.name(Sources.sealer(), ref, COLLEAGUE), 409, "handler-already");
        String second = Sources.handler(ref, COLLEAGUE);
        problem(Sources.act(Sources.sealer(), ref, second, "confirm"), 409, "four-eyes");
        problem(Sources.act(colleague(), ref, second, "confirm"), 403, "not-confirming");
        problem(
                Sources.act(Sources.level2(COLLEAGUE, "EU-EEAS", Role.REGISTRAR), ref, second, "confirm"),
                409,
                "four-eyes");
        problem(
                Sources.act(Sources.level2("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER), ref, second, "confirm"),
                403,
                "not-confirming");
        problem(
                Sources.act(Sources.level2("com-registrar", "EU-COM", Role.REGISTRAR), ref, second, "confirm"),
                403,
                "not-confirming");
        problem(
                Sources.act(Sources.level2("bis-registrar", "US-BIS", Role.REGISTRAR), ref, second, "confirm"),
                404,
                "not-found");
        problem(Sources.open(colleague(), ref), 403, "not-a-handler");
        String id = ref.exhibitId().toString();
        String kind = "items.find { it.exhibitId == '" + id + "' }.kind";
        registrar().get("/api/v1/inbox").then().body(kind, equalTo("source-handler-confirm"));
        colleague().get("/api/v1/inbox").then().body("items.exhibitId", not(hasItem(id)));
        Sources.sealer().get("/api/v1/inbox").then().body("items.exhibitId", not(hasItem(id)));
        source(registrar(), ref)
                .then()
                .body(
                        "handlers", hasSize(1),
                        "handlers[0].account", equalTo(COLLEAGUE),
                        "handlers[0].allowedActions.find { it.action == 'confirm-handler' }.allowed", equalTo(true));
        VersionRef elsewhere = held();
        problem(Sources.act(registrar(), elsewhere, second, "confirm"), 409, "no-protected-source");
        Sources.act(registrar(), ref, second, "confirm").then().statusCode(200);
        problem(Sources.act(registrar(), ref, second, "confirm"), 403, "not-confirming");
        Sources.open(colleague(), ref).then().statusCode(200);
        problem(Sources.open(registrar(), ref), 403, "not-a-handler");

        Sources.name(colleague(), ref, "eeas-third").then().statusCode(200);
        String another = Sources.handler(ref, "eeas-third");
        problem(Sources.act(registrar(), ref, another, "confirm"), 403, "not-confirming");
        registrar().get("/api/v1/inbox").then().body("items.exhibitId", not(hasItem(id)));
        Sources.sealer().get("/api/v1/inbox").then().body(kind, equalTo("source-handler-confirm"));
        Sources.act(Sources.sealer(), ref, another, "confirm").then().statusCode(200);
        Sources.open(third(), ref).then().statusCode(200);
    }

    @Test
    void a_handler_is_taken_away_but_never_the_last_one() {
        VersionRef ref = handledByTwo("Gerd Ghost");
        known(third(), ref);
        Sources.name(colleague(), ref, "eeas-third").then().statusCode(200);
        String second = Sources.handler(ref, COLLEAGUE);
        Sources.act(Sources.sealer(), ref, second, "take-away").then().statusCode(200);
        problem(Sources.open(colleague(), ref), 403, "not-a-handler");
        source(colleague(), ref).then().body("handlers", empty());
        source(Sources.sealer(), ref)
                .then()
                .body(
                        "handlers.find { it.account == 'eeas-third' }.state", equalTo("DROPPED"),
                        "handlers.find { it.account == 'eeas-colleague' }.state", equalTo("TAKEN_AWAY"),
                        "handlers.find { it.account == 'eeas-analyst' }.allowedActions[0].reason",
                                equalTo("last-handler"));
        problem(
                Sources.act(Sources.sealer(), ref, Sources.handler(ref, "eeas-analyst"), "take-away"),
                409,
                "last-handler");
        String refused = "items.findAll { it.outcome == 'REFUSED' }.type";
        Sources.sealer()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body(refused, hasItem("exhibit.source-handler-taken-away"));
        third().get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body(
                        refused, hasItem("exhibit.source-opened"),
                        refused, not(hasItem("exhibit.source-handler-taken-away")));
        Sources.name(Sources.sealer(), ref, COLLEAGUE).then().statusCode(200);
        Sources.act(registrar(), ref, Sources.handler(ref, COLLEAGUE), "drop")
                .then()
                .statusCode(200);
        problem(Sources.open(colleague(), ref), 403, "not-a-handler");
    }

    @Test
    void nobody_takes_himself_away_so_whoever_stays_can_still_act() {
        VersionRef ref = handledByTwo("Ilse Idle");
        problem(
                Sources.act(Sources.sealer(), ref, Sources.handler(ref, "eeas-analyst"), "take-away"),
                409,
                "four-eyes");
        refused(
                "42501",
                "eeas-analyst",
                "update source_handler set ended_by = acting_text('sub'), ended_account = 'x', ended_at = now()"
                        + " where account = 'eeas-analyst' and exhibit_id = '" + ref.exhibitId() + "'");
        Sources.act(colleague(), ref, Sources.handler(ref, "eeas-analyst"), "take-away")
                .then()
                .statusCode(200);
    }

    @Test
    void two_handlers_who_take_each_other_away_leave_one() throws Exception {
        for (int n = 0; n < 5; n++) {
            VersionRef ref = handledByTwo("Hans Hoax");
            String first = Sources.handler(ref, "eeas-analyst");
            String second = Sources.handler(ref, COLLEAGUE);
            List<Integer> answers = new CopyOnWriteArrayList<>();
            Thread one = Thread.startVirtualThread(() -> answers.add(
                    Sources.act(Sources.sealer(), ref, second, "take-away").statusCode()));
            Thread other = Thread.startVirtualThread(() -> answers.add(
                    Sources.act(colleague(), ref, first, "take-away").statusCode()));
            one.join();
            other.join();
            assertEquals(List.of(200, 403), answers.stream().sorted().toList());
            assertEquals(
                    1,
                    Databases.number(
                            "select count(*) from source_handler where exhibit_id = ? and ended_at is null",
                            ref.exhibitId()));
        }
    }

    @Test
    void it_goes_with_the_keys_of_the_exhibit() throws Exception {
        VersionRef ref = handledByTwo("Ida Imagined");
        RequestSpecification officer = Sources.level2("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER);
        Sources.post(officer, ref, "disposal", Map.of("reason", "It is no longer needed."))
                .then()
                .statusCode(200);
        Sources.post(registrar(), ref, "disposal/confirm", Map.of()).then().statusCode(200);
        problem(Sources.open(Sources.sealer(), ref), 409, "disposed");
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from protected_source where exhibit_id = ? and sealed is null and wrapped_key is null",
                        ref.exhibitId()));
        source(People.comAnalyst(), ref).then().body("pseudonym", notNullValue());
    }

    @Test
    void what_was_sealed_for_one_exhibit_opens_for_no_other() throws Exception {
        VersionRef one = held();
        VersionRef other = held();
        Sources.sealed(one, "Jan Jest");
        Sources.sealed(other, "Kurt Kidding");
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update protected_source o set sealed = s.sealed, wrapped_key = s.wrapped_key"
                    + " from protected_source s where s.exhibit_id = '" + one.exhibitId() + "' and o.exhibit_id = '"
                    + other.exhibitId() + "'");
        }
        problem(Sources.open(Sources.sealer(), other), 500, "content-damaged");
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update protected_source set sealed = null, wrapped_key = null where exhibit_id = '"
                    + other.exhibitId() + "'");
        }
    }

    /** What the service's own role reads and writes with the settings of one person. */
    private static long asApp(String account, String agency, String statement) throws SQLException {
        try (Connection app = Databases.asApp();
                Statement sql = app.createStatement()) {
            as(app, account, agency);
            if (!statement.startsWith("select")) {
                return sql.executeUpdate(statement);
            }
            try (ResultSet row = sql.executeQuery(statement)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void as(Connection app, String account, String agency) throws SQLException {
        app.setAutoCommit(false);
        Databases.set(app, "lockstep.sub", TestTokens.sub(account));
        Databases.set(app, "lockstep.agency", agency);
        Databases.set(app, "lockstep.levels", "{EU:LIMITE,EU:RESTREINT_UE}");
        Databases.set(app, "lockstep.strict", "{" + agency + ",EU-COUNCIL}");
        Databases.set(app, "lockstep.wide", "{" + agency + ",EU-COUNCIL}");
        Databases.set(app, "lockstep.inactive", "{}");
        Databases.set(app, "lockstep.claims", "{}");
        Databases.set(app, "lockstep.now", java.time.Instant.now().toString());
    }

    @Test
    void row_level_security_hides_it_from_all_but_its_handlers() throws Exception {
        VersionRef ref = handledByTwo("Lena Legend");
        String where = " where exhibit_id = '" + ref.exhibitId() + "'";
        String sealed = "select count(*) from protected_source" + where;
        String handlers = "select count(*) from source_handler" + where;
        String entries = "select count(*) from journal where aggregate_id = '" + ref.exhibitId()
                + "' and type like 'exhibit.source-%'";
        for (String handler : List.of("eeas-analyst", COLLEAGUE)) {
            assertEquals(1, asApp(handler, "EU-EEAS", sealed), handler);
            assertEquals(2, asApp(handler, "EU-EEAS", handlers), handler);
        }
        assertEquals(3, asApp("eeas-analyst", "EU-EEAS", entries));
        for (String agency : List.of("EU-EEAS", "EU-COM", "US-BIS")) {
            assertEquals(0, asApp("eeas-officer", agency, sealed), agency);
            assertEquals(0, asApp("eeas-officer", agency, handlers), agency);
            assertEquals(0, asApp("eeas-officer", agency, entries), agency);
        }
        assertEquals(0, asApp("eeas-analyst", "EU-COM", sealed));
        assertEquals(0, asApp("eeas-registrar", "EU-EEAS", sealed));
    }

    @Test
    void row_level_security_lets_nobody_become_a_handler_alone_or_the_last_one_go() throws Exception {
        VersionRef ref = held();
        known(colleague(), ref);
        Sources.sealed(ref, "Max Mockup");
        Sources.name(Sources.sealer(), ref, COLLEAGUE).then().statusCode(200);
        String where = " where exhibit_id = '" + ref.exhibitId() + "'";
        String myself =
                "insert into source_handler (id, exhibit_id, case_id, originator, sub, account, sealed_it, named_by,"
                        + " named_account, named_at, confirmed_by, confirmed_account, confirmed_at) select gen_random_uuid(),"
                        + " id, case_id, originator, '%1$s', 'x', %2$s, '%1$s', 'x', now(), '%1$s', 'x', now() from exhibit where id = '"
                        + ref.exhibitId() + "'";
        String officer = TestTokens.sub("eeas-officer");
        refused("42501", "eeas-officer", myself.formatted(officer, "true"));
        refused("42501", "eeas-officer", myself.formatted(officer, "false"));
        String confirm = "update source_handler set confirmed_by = acting_text('sub'), confirmed_account = 'x',"
                + " confirmed_at = now()" + where + " and confirmed_at is null";
        refused("23514", "eeas-analyst", confirm);
        refused("23514", COLLEAGUE, confirm);
        assertEquals(0, asApp("com-registrar", "EU-COM", confirm));
        String end = "update source_handler set ended_by = acting_text('sub'), ended_account = 'x', ended_at = now()"
                + where + " and sealed_it";
        refused("42501", "eeas-analyst", end);
        assertEquals(0, asApp("eeas-officer", "EU-EEAS", end));
        assertEquals(0, asApp("eeas-officer", "EU-EEAS", "update protected_source set sealed = '\\x00'" + where));
    }

    @Test
    void the_database_keeps_one_handler_however_many_are_ended_at_once() throws Exception {
        VersionRef ref = handledByTwo("Olga Oblique");
        String end =
                "update source_handler set ended_by = acting_text('sub'), ended_account = 'x', ended_at = now() where exhibit_id = '"
                        + ref.exhibitId() + "'";
        refused("42501", COLLEAGUE, end);
        try (Connection first = Databases.asApp();
                Statement ending = first.createStatement();
                Connection second = Databases.asApp();
                Statement meanwhile = second.createStatement()) {
            as(first, "eeas-analyst", "EU-EEAS");
            as(second, COLLEAGUE, "EU-EEAS");
            assertEquals(1, ending.executeUpdate(end + " and account = '" + COLLEAGUE + "'"));
            meanwhile.execute("set local lock_timeout = '200ms'");
            SQLException waited = assertThrows(
                    SQLException.class, () -> meanwhile.executeUpdate(end + " and account = 'eeas-analyst'"));
            assertEquals("55P03", waited.getSQLState());
        }
    }

    private static void refused(String state, String account, String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> asApp(account, "EU-EEAS", statement), statement);
        assertEquals(state, refused.getSQLState(), statement);
    }

    @Test
    void no_byte_of_it_lies_anywhere_in_the_database_in_plain() throws Exception {
        VersionRef ref = held();
        known(colleague(), ref);
        String identity = "Quentin Quasimythical";
        Map<String, String> details =
                Map.of("identity", identity, "contact", "quay zq77345", "notes", "Comes by the zinnober gate.");
        Sources.seal(Sources.sealer(), ref, details).then().statusCode(200);
        Sources.seal(Sources.sealer(), ref, details).then().statusCode(200);
        Sources.name(Sources.sealer(), ref, COLLEAGUE).then().statusCode(200);
        Sources.act(registrar(), ref, Sources.handler(ref, COLLEAGUE), "confirm")
                .then()
                .statusCode(200);
        Sources.open(colleague(), ref, "To keep a whitewashed rendezvous")
                .then()
                .statusCode(200);
        problem(Sources.open(colleague(), ref, "Meet Quasimythical"), 422, "invalid-input");
        problem(Sources.open(third(), ref, "Curious"), 403, "not-a-handler");
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        for (String secret : List.of("Quentin", "Quasimythical", "zq77345", "zinnober")) {
            assertEquals(List.of(), tablesWith(secret), secret);
        }
        assertTrue(tablesWith("whitewashed").contains("journal_payload"));
        assertTrue(tablesWith(ref.exhibitId().toString()).contains("protected_source"));
    }

    /** In text, or as bytes of it in whatever column. */
    private static List<String> tablesWith(String word) throws SQLException {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection connection = Databases.asSuperuser();
                Statement tables = connection.createStatement();
                Statement rows = connection.createStatement();
                ResultSet table = tables.executeQuery(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            while (table.next()) {
                String name = table.getString(1);
                try (ResultSet row = rows.executeQuery("select exists (select from " + name
                        + " t where t::text ilike '%" + word + "%' or t::text like '%" + bytes + "%')")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }
}
