package lockstep.kit.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OwnPort.class)
class HttpTest {
    private static final String NOTES = "/api/v1/notes";
    private static final TestTokens ANALYST = TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST);
    private static final TestTokens VOTER = TestTokens.person("fr-voter", "FR-REP", Role.VOTER);

    private static RequestSpecification as(TestTokens person) {
        return given().auth().oauth2(person.token()).contentType("application/json");
    }

    private static ValidatableResponse problem(Response answer, int status, String reason) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lockstep:problem:" + reason))
                .body("status", equalTo(status))
                .body("correlationId", equalTo(answer.header("X-Correlation-Id")))
                .body(not(containsString("lockstep.kit")))
                .body(not(containsString("xception")));
    }

    private static Map<String, String> draft(String text) {
        return Map.of("text", text);
    }

    private static String unique() {
        return "note " + UUID.randomUUID();
    }

    @Test
    void the_callers_correlation_id_is_kept_if_it_is_one() {
        String mine = UUID.randomUUID().toString();
        given().header("X-Correlation-Id", mine).get(NOTES).then().header("X-Correlation-Id", mine);
        given().header("X-Correlation-Id", "x\"}evil")
                .get(NOTES)
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void without_a_token_or_with_a_bad_one_nobody_gets_in() {
        problem(given().get(NOTES), 401, "not-authenticated").header("WWW-Authenticate", containsString("Bearer"));
        problem(given().auth().oauth2("rubbish").get(NOTES), 401, "not-authenticated");
        problem(as(ANALYST.expiring(Instant.now().minusSeconds(900))).get(NOTES), 401, "not-authenticated");
        problem(as(ANALYST.audience("web-ui")).get(NOTES), 401, "not-authenticated");
        problem(as(ANALYST.issuer("http://127.0.0.1:1/realms/other")).get(NOTES), 401, "not-authenticated");
        problem(given().auth().oauth2(ANALYST.token() + "x").get(NOTES), 401, "not-authenticated");
    }

    @Test
    void a_token_that_names_nobody_is_refused() {
        problem(as(ANALYST.without("agency")).get(NOTES + "/whoami"), 401, "token-refused");
        problem(as(ANALYST.country("US")).get(NOTES + "/whoami"), 401, "token-refused");
        problem(as(ANALYST.claim("agency", "XX-NONE")).get(NOTES), 401, "token-refused");
    }

    @Test
    void the_wrong_role_is_answered_403_and_journalled() throws SQLException {
        Response answer = as(VOTER).body(draft("x")).post(NOTES);
        problem(answer, 403, "not-permitted").body("roles", contains("analyst"));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where outcome = 'REFUSED' and type = 'access.denied'"
                                + " and agency = 'FR-REP' and originator = 'FR-REP' and audience = 'AGENCY'"
                                + " and actor = ? and command_id = ?::uuid",
                        TestTokens.sub("fr-voter"),
                        answer.header("X-Correlation-Id")));
    }

    @Test
    void a_resource_without_a_role_is_open_to_nobody() {
        problem(as(ANALYST).get(NOTES + "/forgotten"), 403, "not-permitted");
        given().get(NOTES + "/open").then().statusCode(200);
    }

    @Test
    void bodies_that_are_not_as_expected() {
        problem(as(ANALYST).body("{\"text\":").post(NOTES), 400, "malformed-body");
        problem(as(ANALYST).body("{\"text\":\"a\"} and more").post(NOTES), 400, "malformed-body");
        problem(as(ANALYST).body("{\"text\":\"a\",\"extra\":1}").post(NOTES), 400, "unknown-field")
                .body("errors[0].pointer", equalTo("/extra"));
        problem(as(ANALYST).body("{\"pages\":\"many\"}").post(NOTES), 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/pages"));
        problem(as(ANALYST).body("{\"tlp\":\"PINK\"}").post(NOTES), 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/tlp"));
        problem(as(ANALYST).contentType("text/plain").body("a").post(NOTES), 415, "unsupported-media-type");
    }

    @Test
    void a_value_is_of_its_fields_kind_and_not_made_to_fit() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("\"pages\":\"2\"", "whole number"),
                Map.entry("\"pages\":2.5", "whole number"),
                Map.entry("\"pages\":\"\"", "whole number"),
                Map.entry("\"pages\":true", "whole number"),
                Map.entry("\"text\":5", "text in quotes"),
                Map.entry("\"text\":true", "text in quotes"),
                Map.entry("\"open\":\"true\"", "true or false"),
                Map.entry("\"open\":1", "true or false"),
                Map.entry("\"tlp\":1", "One of these"),
                Map.entry("\"tlp\":\"1\"", "One of these"),
                Map.entry("\"due\":5", "A time as in"),
                Map.entry("\"due\":\"1795000000\"", "A time as in"),
                Map.entry("\"due\":\"soon\"", "A time as in"),
                Map.entry("\"day\":20000", "A date as in"),
                Map.entry("\"day\":[2026,1,1]", "A date as in"));
        expected.forEach(
                (field, said) -> problem(as(ANALYST).body("{" + field + "}").post(NOTES), 400, "malformed-body")
                        .body("errors[0].pointer", equalTo("/" + field.split("\"")[1]))
                        .body("detail", containsString(said)));
        problem(as(ANALYST).body("{\"tlp\":\"PINK\"}").post(NOTES), 400, "malformed-body")
                .body("errors[0].choices", hasItem("AMBER"));
        problem(as(ANALYST).body("{\"tags\":[\"a\",5]}").post(NOTES), 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/tags/1"));
        problem(as(ANALYST).body("{\"text\":\"a\",\"text\":\"b\"}").post(NOTES), 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/text"));
        as(ANALYST)
                .body("{\"text\":\"" + unique() + "\",\"pages\":2,\"tlp\":\"RED\",\"open\":true,"
                        + "\"due\":\"2026-11-24T12:00:00+01:00\",\"day\":\"2026-11-24\",\"tags\":[\"a\"]}")
                .post(NOTES)
                .then()
                .statusCode(201);
    }

    @Test
    void a_text_that_shows_nothing_is_refused_where_it_stands() {
        for (int unseen : List.of(0xA0, 0xAD, 0x200B, 0x2060, 0x2800, 0x3164, 0xFEFF)) {
            problem(as(ANALYST).body(draft(" " + Character.toString(unseen))).post(NOTES), 422, "unseen-text")
                    .body("errors[0].pointer", equalTo("/text"));
        }
    }

    @Test
    void a_time_without_a_year_of_four_digits_is_refused_where_it_stands() {
        for (String due : List.of("+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z")) {
            problem(as(ANALYST).body("{\"text\":\"a\",\"due\":\"" + due + "\"}").post(NOTES), 400, "malformed-body")
                    .body("errors[0].pointer", equalTo("/due"));
        }
        problem(as(ANALYST).body("{\"text\":\"a\",\"day\":\"+10000-01-01\"}").post(NOTES), 400, "malformed-body")
                .body("errors[0].pointer", equalTo("/day"));
    }

    @Test
    void a_text_that_turns_the_direction_of_writing_is_refused_where_it_stands() {
        for (int turn : List.of(0x202A, 0x202E, 0x2066, 0x2069)) {
            problem(
                            as(ANALYST)
                                    .body(draft("a" + Character.toString(turn) + "b"))
                                    .post(NOTES),
                            422,
                            "turned-text")
                    .body("errors[0].pointer", equalTo("/text"));
        }
        problem(as(ANALYST).body("{\"tags\":[\"a\",\"\\u202eb\"]}").post(NOTES), 422, "turned-text")
                .body("errors[0].pointer", equalTo("/tags/1"));
        as(ANALYST)
                .body(draft("\u200c\u200d\u200e\u200f" + unique()))
                .post(NOTES)
                .then()
                .statusCode(201);
    }

    @Test
    void a_parameter_that_the_route_does_not_have_and_a_value_that_none_is_are_named() {
        problem(as(ANALYST).get(NOTES + "?sate=all&limit=2"), 422, "invalid-input")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("?sate"))
                .body("errors[0].reason", equalTo("unknown-parameter"))
                .body("errors[0].detail", containsString("cursor, limit, state"));
        problem(as(ANALYST).get(NOTES + "/whoami?limit=2"), 422, "invalid-input");
        problem(as(ANALYST).get(NOTES + "?limit=2&limit=3"), 422, "invalid-input")
                .body("errors[0].reason", equalTo("repeated"));
        problem(as(ANALYST).get(NOTES + "?state=shut"), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("?state"))
                .body("errors[0].detail", containsString("open ones, all"));
        problem(as(ANALYST).get(NOTES + "/by-tlp?tlp=PINK"), 422, "invalid-input")
                .body("errors[0].detail", containsString("AMBER"));
        as(ANALYST).get(NOTES + "?state=all").then().statusCode(200);
    }

    @Test
    void paths_methods_and_parameters_that_are_not_there() {
        problem(as(ANALYST).get(NOTES + "/no-uuid"), 404, "not-found");
        problem(as(ANALYST).get(NOTES + "/" + UUID.randomUUID()), 404, "not-found");
        problem(as(ANALYST).get("/nowhere"), 404, "not-found");
        problem(given().get("/q/nowhere"), 404, "not-found");
        problem(as(ANALYST).delete(NOTES), 405, "method-not-allowed");
        problem(as(ANALYST).accept("application/pdf").get(NOTES + "/whoami"), 406, "not-acceptable");
        problem(as(ANALYST).get(NOTES + "/by-tlp?tlp=PINK"), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("?tlp"));
    }

    @Test
    void a_failure_of_ours_tells_nothing_but_its_correlation_id() {
        problem(as(ANALYST).get(NOTES + "/failing"), 500, "internal").body("detail", not(containsString("secret")));
    }

    @Test
    void an_answer_that_cannot_be_written_is_no_fault_of_the_client() {
        problem(as(ANALYST).get(NOTES + "/unwritable"), 500, "internal");
    }

    @Test
    void the_same_key_twice_is_a_conflict() {
        String text = unique();
        as(ANALYST).body(draft(text)).post(NOTES).then().statusCode(201);
        problem(as(ANALYST).body(draft(text)).post(NOTES), 409, "conflict");
    }

    @Test
    void a_body_over_the_limit_is_refused_with_declared_length_and_without() throws IOException {
        problem(as(ANALYST).body(draft("x".repeat(1 << 20))).post(NOTES), 413, "too-large");
        String answer = raw("POST " + NOTES + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ANALYST.token()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "9\r\n{\"text\":\"\r\n"
                + ("40000\r\n" + "x".repeat(0x40000) + "\r\n").repeat(6) + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("urn:lockstep:problem:too-large"), answer);
    }

    @Test
    void a_body_of_undeclared_length_within_the_limit_is_read() throws IOException {
        String body = "{\"text\":\"" + unique() + "\"}";
        String answer = raw("POST " + NOTES + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ANALYST.token()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
    }

    private static String raw(String request) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException closedEarly) {
                assertTrue(in.available() >= 0, closedEarly::toString);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pages_go_on_where_they_ended_and_keep_the_filters() {
        TestTokens reader = TestTokens.person("doj-reviewer", "US-DOJ", Role.ANALYST);
        for (int at = 0; at < 5; at++) {
            as(reader).body(draft(unique())).post(NOTES).then().statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String url = NOTES + "?limit=2&state=open%20ones";
        while (url != null) {
            Response page = as(reader).urlEncodingEnabled(false).get(url);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.text"));
            String link = page.header("Link");
            url = link == null ? null : link.substring(1, link.indexOf('>'));
            assertTrue(url == null || url.contains("state=open%20ones") && url.contains("limit=2"), url);
            assertEquals(page.jsonPath().getString("next") == null, link == null);
        }
        assertEquals(5, seen.size());
        assertEquals(5, new HashSet<>(seen).size());
    }

    @Test
    void cursors_and_limits_that_were_not_given_out() {
        problem(as(ANALYST).get(NOTES + "?cursor=AAAA"), 400, "bad-cursor");
        problem(as(ANALYST).get(NOTES + "?cursor=%25%25"), 400, "bad-cursor");
        problem(as(ANALYST).get(NOTES + "?limit=201"), 422, "invalid-input")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("?limit"));
        problem(as(ANALYST).get(NOTES + "?limit=0"), 422, "invalid-input");
        problem(as(ANALYST).get(NOTES + "?limit=all"), 422, "invalid-input");
    }

    @Test
    void a_change_names_the_version_it_was_made_on() {
        Response made = as(ANALYST).body(draft(unique())).post(NOTES);
        made.then().statusCode(201).header("ETag", "\"0\"");
        String note = NOTES + "/" + made.jsonPath().getString("id");
        Map<String, Object> change = Map.of("text", unique(), "pages", 0);
        problem(as(ANALYST).body(change).put(note), 428, "precondition-required");
        problem(as(ANALYST).header("If-Match", "*").body(change).put(note), 428, "precondition-required");
        problem(as(ANALYST).header("If-Match", "\"7\"").body(change).put(note), 412, "stale");
        problem(as(ANALYST).header("If-Match", "W/\"0\"").body(change).put(note), 412, "stale");
        as(ANALYST).header("If-Match", "\"0\"").body(change).put(note).then().statusCode(200);
    }

    @Test
    void deciding_needs_a_fresh_stronger_login_but_first_the_role() {
        String challenge = "Bearer error=\"insufficient_user_authentication\"";
        problem(as(VOTER).post(NOTES + "/seal"), 401, "stronger-login-needed")
                .header("WWW-Authenticate", containsString(challenge))
                .header("WWW-Authenticate", containsString("acr_values=\"level-2\", max_age=\"600\""));
        Instant eleven = Instant.now().minus(Duration.ofMinutes(11));
        problem(as(VOTER.level2(eleven)).post(NOTES + "/seal"), 401, "stronger-login-needed");
        problem(
                as(VOTER.level2(eleven).claim("auth_time", Instant.now().getEpochSecond()))
                        .post(NOTES + "/seal"),
                401,
                "stronger-login-needed");
        problem(as(VOTER.level2().claim("acr", "level-1")).post(NOTES + "/seal"), 401, "stronger-login-needed");
        as(VOTER.level2()).post(NOTES + "/seal").then().statusCode(200);
        problem(as(ANALYST).post(NOTES + "/seal"), 403, "not-permitted");
    }

    @Test
    void internal_paths_are_for_service_accounts_alone() {
        String events = "/internal/events?types=note.written";
        problem(given().get(events), 401, "not-authenticated");
        problem(as(ANALYST).get(events), 403, "not-permitted");
        problem(as(ANALYST).get("/internal/wrong"), 403, "not-permitted");
        TestTokens posing = ANALYST.claim("realm_access", Map.of("roles", List.of("service", "analyst")));
        problem(as(posing).get(events), 403, "not-permitted");
        problem(as(posing.claim("azp", "evidence-service")).get(events), 403, "not-permitted");
        TestTokens named = ANALYST.claim("azp", "evidence-service")
                .claim("preferred_username", "service-account-evidence-service");
        problem(as(named).get(events), 403, "not-permitted");
        given().auth()
                .oauth2(TestTokens.service("evidence-service"))
                .get(events)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(TestTokens.service("evidence-service"))
                .get("/internal/wrong")
                .then()
                .statusCode(200)
                .body("who", equalTo("system:evidence-service"));
        problem(given().auth().oauth2(TestTokens.service("billing-service")).get(events), 401, "token-refused");
        problem(given().auth().oauth2(TestTokens.service("evidence-service")).get(NOTES), 403, "not-permitted");
    }

    @Test
    void a_call_passed_on_is_the_callers() {
        as(ANALYST)
                .get(NOTES + "/relayed")
                .then()
                .statusCode(200)
                .body("account", equalTo("eeas-analyst"))
                .body("agency", equalTo("EU-EEAS"));
    }

    @Test
    void health_answers_and_metrics_do_not_unless_they_are_let_out() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("identity"));
        for (String path : List.of("/q/metrics", "/q/metrics/", "/q//metrics", "/q/metrics/json", "/q/metrics;x=1")) {
            int status = given().urlEncodingEnabled(false).get(path).statusCode();
            assertTrue(List.of(401, 403, 404).contains(status), path + ": " + status);
            int known = as(ANALYST).get(path).statusCode();
            assertTrue(List.of(403, 404).contains(known), path + ": " + known);
        }
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", notNullValue())
                .body("paths.'/internal/events'", nullValue());
    }
}
