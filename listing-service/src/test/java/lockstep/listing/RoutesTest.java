package lockstep.listing;

import static io.restassured.RestAssured.given;
import static lockstep.listing.testing.Problems.refused;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import org.junit.jupiter.api.Test;

/** What holds for whole groups of routes: who is let in at all, and where the fresh stronger login is asked for. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RoutesTest {
    private static final String ID = UUID.randomUUID().toString();

    /** Deciding, releasing, publishing and confirming. */
    private static Stream<String> strong() {
        return Stream.of(
                        "proposals/%s/find-sufficient",
                        "packages/%s/rounds",
                        "packages/%s/decides-without",
                        "packages/%s/escalate",
                        "rounds/%s/votes",
                        "rounds/%s/lift",
                        "rounds/%s/carve-out",
                        "rounds/%s/close-failed",
                        "rounds/%s/deadline",
                        "rounds/%s/cancel",
                        "packages/%s/records",
                        "records/%s/confirm",
                        "records/%s/refuse",
                        "packages/%s/schedule",
                        "packages/%s/unschedule",
                        "packages/%s/hold-release",
                        "packages/%s/lift-hold",
                        "packages/%s/go",
                        "embargo-groups",
                        "embargo-groups/%s/invitations",
                        "embargo-groups/%s/members",
                        "embargo-groups/%s/members/%s/leave",
                        "embargo-groups/%s/release-at",
                        "embargo-groups/%s/incidents",
                        "packages/%s/prints",
                        "listings/%s/prints",
                        "listings/%s/discrepancy/acceptances",
                        "listings/%s/discrepancy/acceptances/%s/confirm",
                        "listings/%s/discrepancy/acceptances/%s/refuse",
                        "listings/%s/extension",
                        "listings/%s/extension/confirm",
                        "proposals/sufficiencies",
                        "proposals/%s/language-versions/fr/confirm",
                        "corrections/%s/confirm",
                        "corrections/%s/refuse",
                        "corrections/%s/demand-round",
                        "appointments/%s/confirm",
                        "appointments/%s/end")
                .map(route -> "/api/v1/" + route.replace("%s", ID));
    }

    /** Every other change. */
    private static Stream<String> plain() {
        return Stream.of(
                        "cases",
                        "cases/%s/participants",
                        "cases/%s/recusals",
                        "cases/%s/subjects",
                        "cases/%s/proposals",
                        "proposals/%s/submit",
                        "proposals/%s/accept",
                        "proposals/%s/return",
                        "proposals/%s/endorse",
                        "proposals/%s/advisory-endorsements",
                        "proposals/%s/hold",
                        "proposals/%s/resume",
                        "proposals/%s/withdraw",
                        "proposals/%s/resubmit",
                        "proposals/%s/language-versions",
                        "listings/%s/observations",
                        "observations/%s/assessment",
                        "proposals/%s/corrections",
                        "corrections/%s/withdraw",
                        "packages",
                        "packages/%s/entries",
                        "proposals/endorsements",
                        "proposals/submissions",
                        "programmes/%s/renewal/sheets",
                        "proposals/acceptances",
                        "proposals/%s/consultations",
                        "cases/%s/leave",
                        "appointments/%s/absences",
                        "absences/%s/end",
                        "packages/%s/impact-notes",
                        "packages/%s/notes",
                        "proposals/%s/notes",
                        "proposals/%s/widen-return",
                        "proposals/%s/widen-opinion",
                        "notes/%s/audience",
                        "rounds/%s/mediation-notes",
                        "appointments")
                .map(route -> "/api/v1/" + route.formatted(ID));
    }

    private static TestTokens everything() {
        return TestTokens.person("pres-chair", "EU-PRES", Role.values());
    }

    private static Response post(String route, TestTokens who) {
        return post(route, who, "{}");
    }

    private static Response post(String route, TestTokens who, String body) {
        return given().auth()
                .oauth2(who.token())
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post(route);
    }

    @Test
    void nobody_comes_in_without_a_token_of_this_realm_for_this_service() {
        Stream.concat(strong(), plain()).forEach(route -> {
            refused(given().contentType("application/json").body("{}").post(route), 401, "not-authenticated");
            assertEquals(401, post(route, everything().audience("web-ui")).statusCode(), route);
        });
        assertEquals(401, given().get("/api/v1/cases").statusCode());
        assertEquals(401, get(everything().issuer("https://elsewhere.example")).statusCode());
        assertEquals(
                401, get(everything().expiring(Instant.now().minusSeconds(300))).statusCode());
        refused(get(everything().without("agency")), 401, "token-refused");
        refused(get(everything().without("country")), 401, "token-refused");
    }

    private static Response get(TestTokens who) {
        return get(who, "me");
    }

    private static Response get(TestTokens who, String route) {
        return given().auth().oauth2(who.token()).get("/api/v1/" + route);
    }

    @Test
    void deciding_asks_for_the_stronger_login_and_says_which() {
        strong().forEach(route -> refused(post(route, everything()), 401, "stronger-login-needed")
                .header("WWW-Authenticate", containsString("acr_values=\"level-2\"")));
    }

    @Test
    void a_stronger_login_older_than_ten_minutes_no_longer_counts() {
        TestTokens stale = everything().level2(Instant.now().minus(Duration.ofMinutes(11)));
        strong().forEach(route -> refused(post(route, stale), 401, "stronger-login-needed"));
        TestTokens refreshedElsewhere = stale.claim("auth_time", Instant.now().getEpochSecond());
        strong().forEach(route -> refused(post(route, refreshedElsewhere), 401, "stronger-login-needed"));
    }

    @Test
    void each_change_is_for_the_roles_whose_work_it_is() {
        TestTokens auditor =
                TestTokens.person("eu-auditor", "EU-GSC", Role.AUDITOR).level2();
        Stream.concat(strong(), plain())
                .filter(route -> !route.endsWith("/recusals"))
                .forEach(route -> refused(post(route, auditor), 403, "not-permitted"));
        refused(given().auth().oauth2(everythingButAuditing().token()).get("/api/v1/history"), 403, "not-permitted");
    }

    private static TestTokens everythingButAuditing() {
        return TestTokens.person("pres-chair", "EU-PRES", Role.CHAIR, Role.ANALYST, Role.VOTER);
    }

    @Test
    void what_is_not_there_looks_like_what_may_not_be_seen() {
        TestTokens who = everything().level2();
        Stream.of(
                        "cases/%s",
                        "subjects/%s",
                        "proposals/%s",
                        "packages/%s",
                        "rounds/%s",
                        "listings/%s",
                        "corrections/%s",
                        "proposals/%s/correctable",
                        "listings/%s/observations",
                        "observations/%s",
                        "proposals/%s/language-versions",
                        "cases/%s/history",
                        "packages/%s/history",
                        "packages/%s/prints",
                        "packages/%s/impact-notes",
                        "packages/%s/notes",
                        "proposals/%s/notes",
                        "proposals/%s/duplicates",
                        "proposals/%s/revisions/1")
                .forEach(route -> refused(
                        given().auth().oauth2(who.token()).get("/api/v1/" + route.formatted(ID)), 404, "not-found"));
        Stream.of(
                        "packages/%s/lift-hold",
                        "packages/%s/go",
                        "appointments/%s/confirm",
                        "listings/%s/discrepancy/acceptances/%s/confirm",
                        "proposals/%s/resume")
                .forEach(route -> refused(post("/api/v1/" + route.replace("%s", ID), who), 404, "not-found"));
        refused(given().auth().oauth2(who.token()).get("/api/v1/nothing"), 404, "not-found");
        refused(given().auth().oauth2(who.token()).get("/api/v1/cases/no-id"), 404, "not-found");
    }

    @Test
    void a_list_is_narrowed_by_what_there_is_or_not_at_all() {
        Stream.of(
                        "proposals?status=NONSENSE, WITHDRAWN",
                        "proposals?stage=NONSENSE, COREPER",
                        "proposals?package=all, none",
                        "packages?status=READY, DISSOLVED",
                        "appointments?status=OPEN, CONFIRMED",
                        "appointments?agency=XX, FR-REP",
                        "cases?programme=XX, EU-833-IV",
                        "cases?state=OPEN, programme",
                        "absences?programme=, EU-833-IV",
                        "listings?status=ACTIVE, packageId",
                        "me?limit=1, none")
                .map(wrong -> wrong.split(", "))
                .forEach(wrong -> refused(get(everything(), wrong[0]), 422, "invalid-input")
                        .body("errors", hasSize(1))
                        .body("errors[0].pointer", equalTo(wrong[0].replaceAll(".*(\\?\\w+)=.*", "$1")))
                        .body("errors[0].detail", containsString(wrong[1])));
        Stream.of(
                        "proposals?status=READY&stage=COREPER&package=none&programme=EU-833-IV",
                        "packages?status=FORMING",
                        "appointments?status=CONFIRMED&agency=FR-REP")
                .forEach(right -> assertEquals(200, get(everything(), right).statusCode(), right));
    }

    @Test
    void a_date_that_makes_no_sense_is_refused_in_its_field() {
        Stream.of(
                        "packages/%s/records {'date': '1900-01-01'}",
                        "packages/%s/schedule {'releaseAt': '9999-01-01T06:00:00Z'}",
                        "packages/%s/schedule {'inForce': '1944-12-31'}",
                        "packages/%s/go {'inForce': '2206-11-24'}",
                        "embargo-groups {'releaseAt': '2099-01-01T06:00:00Z'}",
                        "embargo-groups/%s/release-at {'releaseAt': '9999-01-01T06:00:00Z'}",
                        "embargo-groups/%s/incidents {'happenedAt': '0026-01-01T06:00:00Z'}",
                        "listings/%s/prints {'seenAt': '1926-01-01T06:00:00Z'}",
                        "packages/%s/prints {'seenAt': '1926-01-01T06:00:00Z'}",
                        "listings/%s/extension {'decidedOn': '1926-01-01'}",
                        "appointments/%s/absences {'until': '9999-01-01T06:00:00Z'}",
                        "proposals/%s/consultations {'revisionRead': 1, 'on': '1926-01-01'}",
                        "proposals/%s/hold {'reviewBy': '9999-01-01T06:00:00Z'}")
                .map(wrong -> wrong.split(" ", 2))
                .forEach(wrong -> {
                    String route = "/api/v1/" + wrong[0].replace("%s", ID);
                    String field = wrong[1].replaceAll(".*'(\\w+)': '[^']*'}", "$1");
                    String error = "errors.find { it.pointer == '/" + field + "' }.reason";
                    refused(post(route, everything().level2(), wrong[1]), 422, "invalid-input")
                            .body(error, anyOf(equalTo("too-long-ago"), equalTo("too-far-ahead")));
                });
        String schedule = "{'entries': [{'listedDate': '2026-07-20'}, {'listedDate': '1800-07-20'}]}";
        refused(post("/api/v1/packages/" + ID + "/schedule", everything().level2(), schedule), 422, "invalid-input")
                .body("errors.pointer", hasItem("/entries/1/listedDate"))
                .body("errors.pointer", not(hasItem("/entries/0/listedDate")));
        String go = "{'listedDates': {'" + ID + "': '1800-07-20'}}";
        refused(post("/api/v1/packages/" + ID + "/go", everything().level2(), go), 422, "invalid-input")
                .body("errors.pointer", hasItem("/listedDates/" + ID));
    }

    @Test
    void a_body_is_json_without_unknown_fields_and_of_a_size() {
        Stream.concat(strong(), plain())
                .filter(route ->
                        !route.matches(".*/(lift-hold|resume|confirm|widen-return|widen-opinion|absences/[^/]+/end)")
                                || route.contains("records")
                                || route.contains("corrections"))
                .forEach(route -> {
                    TestTokens who = everything().level2();
                    Response unknown = given().auth()
                            .oauth2(who.token())
                            .contentType("application/json")
                            .body("{\"nonsense\":1}")
                            .post(route);
                    refused(unknown, 400, "unknown-field");
                    Response broken = given().auth()
                            .oauth2(who.token())
                            .contentType("application/json")
                            .body("{")
                            .post(route);
                    refused(broken, 400, "malformed-body");
                    Response none = given().auth()
                            .oauth2(who.token())
                            .contentType("application/json")
                            .post(route);
                    assertEquals(4, none.statusCode() / 100, route + " " + none.asString());
                });
        refused(
                given().auth()
                        .oauth2(everything().token())
                        .contentType("application/json")
                        .body("{\"title\":\"" + "x".repeat(2_000_000) + "\"}")
                        .post("/api/v1/cases"),
                413,
                "too-large");
    }
}
