package lockstep.evidence;

import static io.restassured.RestAssured.given;
import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Exhibiting.description;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exhibits over HTTP: brought, seen, corrected, withdrawn, looked up; and everybody for whom that is refused. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ExhibitResourceTest {

    @Test
    void a_case_that_listing_service_has_just_opened_is_known_at_once() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(description())
                .post("/api/v1/cases/{caseId}/exhibits", caseId)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("version", equalTo(1), "state", equalTo("AWAITING_CONTENT"));
    }

    @Test
    void what_was_said_is_what_is_seen() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), caseId, "marking", TO_COUNCIL);
        get(exhibit)
                .statusCode(200)
                .body("caseId", equalTo(caseId.toString()), "originator", equalTo("EU-EEAS"))
                .body("title", equalTo("Registry extract"), "versions", hasSize(1))
                .body("versions[0].marking.relTo", contains("EU-COUNCIL"))
                .body("versions[0].by.account", equalTo("eeas-analyst"))
                .body("versions[0].sha256", nullValue())
                .body("allowedActions.find { it.action == 'put-content' }.allowed", equalTo(true))
                .body("allowedActions.find { it.action == 'open-content' }.reason", equalTo("awaiting-content"));
    }

    @Test
    void without_a_marking_it_is_the_originators_alone() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), caseId);
        problem(People.comAnalyst().get("/api/v1/exhibits/{id}", exhibit).then(), 404, "not-found");
        People.comAnalyst()
                .get("/api/v1/cases/{c}/exhibits", caseId)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void a_released_exhibit_is_seen_by_those_who_take_part_and_by_nobody_else() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), caseId, "marking", TO_COUNCIL);
        People.comAnalyst().get("/api/v1/exhibits/{id}", exhibit).then().statusCode(200);
        problem(People.frenchVoter().get("/api/v1/exhibits/{id}", exhibit).then(), 404, "not-found");
        problem(People.bisAnalyst().get("/api/v1/exhibits/{id}", exhibit).then(), 404, "not-found");
        problem(People.frenchVoter().get("/api/v1/cases/{c}/exhibits", caseId).then(), 404, "not-found");
    }

    @Test
    void a_seat_sees_what_a_submitted_proposal_cites_and_nothing_else_of_the_case() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef cited = Exhibiting.held(caseId, "cited", "marking", TO_COUNCIL);
        VersionRef other = Exhibiting.held(caseId, "not cited", "marking", TO_COUNCIL);
        UUID proposal = UUID.randomUUID();
        Listing.parties(proposal, caseId, List.of("FR-REP"), cited);
        People.frenchVoter()
                .get("/api/v1/exhibits/{id}", cited.exhibitId())
                .then()
                .statusCode(200);
        problem(
                People.frenchVoter()
                        .get("/api/v1/exhibits/{id}", other.exhibitId())
                        .then(),
                404,
                "not-found");
        People.frenchVoter()
                .get("/api/v1/cases/{c}/exhibits", caseId)
                .then()
                .statusCode(200)
                .body("items.id", contains(cited.exhibitId().toString()))
                .body("items[0].citedBy", contains(proposal.toString()));
        Listing.parties(proposal, caseId, List.of());
        pulled();
        problem(
                People.frenchVoter()
                        .get("/api/v1/exhibits/{id}", cited.exhibitId())
                        .then(),
                404,
                "not-found");
    }

    @Test
    void a_seat_that_only_takes_part_in_a_proposal_brings_nothing_into_the_case() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef cited = Exhibiting.held(caseId, "cited too", "marking", TO_COUNCIL);
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), cited);
        pulled();
        problem(
                People.as(TestTokens.person("fr-analyst", "FR-REP", Role.ANALYST))
                        .contentType(ContentType.JSON)
                        .body(description())
                        .post("/api/v1/cases/{c}/exhibits", caseId)
                        .then(),
                403,
                "not-participating");
    }

    @Test
    void whoever_is_recused_or_has_left_sees_nothing_any_more() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), caseId, "marking", TO_COUNCIL);
        TestTokens recused = TestTokens.person("com-recused", "EU-COM", Role.ANALYST);
        People.as(recused).get("/api/v1/exhibits/{id}", exhibit).then().statusCode(200);
        Listing.recused(caseId, "com-recused");
        pulled();
        problem(People.as(recused).get("/api/v1/exhibits/{id}", exhibit).then(), 404, "not-found");
        People.comAnalyst().get("/api/v1/exhibits/{id}", exhibit).then().statusCode(200);
        Listing.left(caseId, "EU-COM");
        pulled();
        problem(People.comAnalyst().get("/api/v1/exhibits/{id}", exhibit).then(), 404, "not-found");
    }

    @Test
    void only_analysts_bring_exhibits_and_administrators_see_none() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        problem(
                People.as(TestTokens.person("eeas-submitter", "EU-EEAS", Role.SUBMITTER))
                        .contentType(ContentType.JSON)
                        .body(description())
                        .post("/api/v1/cases/{c}/exhibits", caseId)
                        .then(),
                403,
                "not-permitted");
        problem(People.administrator().get("/api/v1/cases/{c}/exhibits", caseId).then(), 403, "not-permitted");
        problem(given().get("/api/v1/cases/{c}/exhibits", caseId).then(), 401, "not-authenticated");
    }

    @Test
    void an_exhibit_of_a_case_that_nobody_knows_is_refused_like_one_that_is_hidden() {
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(description())
                        .post("/api/v1/cases/{c}/exhibits", UUID.randomUUID())
                        .then(),
                404,
                "not-found");
        problem(
                People.eeasAnalyst()
                        .get("/api/v1/exhibits/{id}", UUID.randomUUID())
                        .then(),
                404,
                "not-found");
        problem(People.eeasAnalyst().get("/api/v1/exhibits/{id}", "17").then(), 404, "not-found");
    }

    @Test
    void bad_input_is_answered_field_by_field() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        problem(register(caseId, description("credibility", "2")), 400, "malformed-body")
                .body("errors.pointer", contains("/credibility"));
        problem(register(caseId, description("title", "Record \u202egpj.exe")), 422, "turned-text")
                .body("errors.pointer", contains("/title"));
        problem(register(caseId, description("title", null, "credibility", 9)), 422, "invalid-input")
                .body("errors.pointer", containsInAnyOrder("/title", "/credibility"));
        problem(register(caseId, description("marking", Map.of("level", "US:SECRET"))), 422, "invalid-input")
                .body("errors.reason", hasItem("above-ceiling"));
        problem(register(caseId, description("storedAt", "/etc")), 400, "unknown-field")
                .body("errors[0].pointer", equalTo("/storedAt"));
        problem(
                register(caseId, description("marking", Map.of("level", "EU:LIMITE", "tlp", "PINK"))),
                400,
                "malformed-body");
        problem(register(caseId, description("title", "x".repeat(2_000_000))), 413, "too-large");
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body("{\"title\":")
                        .post("/api/v1/cases/{c}/exhibits", caseId)
                        .then(),
                400,
                "malformed-body");
    }

    @Test
    void the_same_command_sent_twice_brings_one_exhibit() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < 2; n++) {
            ids.add(People.eeasAnalyst()
                    .header("Idempotency-Key", "key-" + caseId)
                    .contentType(ContentType.JSON)
                    .body(description())
                    .post("/api/v1/cases/{c}/exhibits", caseId)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertEquals(1, ids.size());
    }

    @Test
    void a_correction_is_a_new_version_beside_the_old_one() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef first = Exhibiting.held(caseId, "first", "marking", TO_COUNCIL);
        correct(first.exhibitId(), description("reason", "Wrong page scanned", "title", "Corrected"))
                .statusCode(201)
                .body("version", equalTo(2));
        get(first.exhibitId())
                .body("versions.version", contains(1, 2))
                .body("versions.state", contains("HELD", "AWAITING_CONTENT"))
                .body("versions[1].reason", equalTo("Wrong page scanned"));
        // Marked for the originator alone, the second version does not show that it is there.
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", first.exhibitId())
                .then()
                .body("title", equalTo("Registry extract"), "versions.version", contains(1));
        problem(correct(first.exhibitId(), description("reason", "Again")), 409, "awaiting-content");
        problem(correct(first.exhibitId(), description()), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @ParameterizedTest
    @MethodSource
    void a_corrected_version_lets_nobody_read_who_could_not(Map<String, Object> own, Map<String, Object> wider) {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS"), "strict " + wider, "marking", own);
        problem(
                correct(held.exhibitId(), description("reason", "To be read", "marking", wider)),
                409,
                "marking-widened");
        correct(held.exhibitId(), description("reason", "Misspelt", "marking", own))
                .statusCode(201);
    }

    static Stream<Arguments> a_corrected_version_lets_nobody_read_who_could_not() {
        String me = TestTokens.sub("eeas-analyst");
        return Stream.of(
                Arguments.of(TO_COUNCIL, Map.of("level", "EU:PUBLIC", "relTo", List.of("EU-COUNCIL"))),
                Arguments.of(TO_COUNCIL, Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL", "US"))),
                Arguments.of(Map.of("level", "EU:LIMITE"), TO_COUNCIL),
                Arguments.of(
                        Map.of("level", "EU:LIMITE", "tlp", "AMBER_STRICT"),
                        Map.of("level", "EU:LIMITE", "tlp", "GREEN")),
                Arguments.of(
                        Map.of("level", "EU:LIMITE", "tlp", "RED", "named", List.of(me)),
                        Map.of(
                                "level",
                                "EU:LIMITE",
                                "tlp",
                                "RED",
                                "named",
                                List.of(me, TestTokens.sub("com-analyst")))),
                Arguments.of(Map.of("level", "EU:LIMITE", "orcon", true), Map.of("level", "EU:LIMITE")));
    }

    @Test
    void a_corrected_version_may_be_stricter() {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS"), "too wide", "marking", TO_COUNCIL);
        correct(
                        held.exhibitId(),
                        description(
                                "reason",
                                "Too wide",
                                "marking",
                                Map.of("level", "EU:RESTREINT_UE", "orcon", true, "relTo", List.of("EU-COM"))))
                .statusCode(201);
    }

    @Test
    void another_agency_neither_corrects_nor_withdraws() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "ours", "marking", TO_COUNCIL);
        problem(
                People.comAnalyst()
                        .contentType(ContentType.JSON)
                        .body(description("reason", "We know better"))
                        .post("/api/v1/exhibits/{id}/versions", held.exhibitId())
                        .then(),
                403,
                "not-permitted");
        problem(
                People.comAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Map.of("reason", "No"))
                        .post("/api/v1/exhibits/{id}/withdraw", held.exhibitId())
                        .then(),
                403,
                "not-permitted");
    }

    @Test
    void what_is_withdrawn_stays_known_but_is_no_longer_opened_by_others() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "to be withdrawn", "marking", TO_COUNCIL);
        withdraw(held.exhibitId(), Map.of("reason", "Source retracted it"))
                .statusCode(200)
                .body("withdrawn.reason", equalTo("Source retracted it"), "versions.state", contains("WITHDRAWN"));
        problem(
                People.comAnalyst()
                        .get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId())
                        .then(),
                409,
                "withdrawn");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId())
                .then()
                .statusCode(200);
        problem(withdraw(held.exhibitId(), Map.of("reason", "Again")), 409, "withdrawn");
        problem(correct(held.exhibitId(), description("reason", "Late")), 409, "withdrawn");
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'exhibit.withdrawn' and outcome = 'DONE' and aggregate_id = ?",
                        held.exhibitId()));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'exhibit.withdrawn' and outcome = 'REFUSED' and aggregate_id = ?",
                        held.exhibitId()));
    }

    @Test
    void lists_go_on_where_they_stopped() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        List<String> brought = IntStream.range(0, 5)
                .mapToObj(n -> Exhibiting.registered(People.eeasAnalyst(), caseId, "title", "No " + n)
                        .toString())
                .toList();
        var first = People.eeasAnalyst()
                .get("/api/v1/cases/{c}/exhibits?limit=3", caseId)
                .then()
                .statusCode(200)
                .header("Link", notNullValue())
                .body("items.id", equalTo(brought.subList(0, 3)))
                .extract();
        People.eeasAnalyst()
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/v1/cases/{c}/exhibits?limit=3", caseId)
                .then()
                .body("items.id", equalTo(brought.subList(3, 5)), "next", nullValue());
        problem(
                People.eeasAnalyst()
                        .get("/api/v1/cases/{c}/exhibits?cursor=abc", caseId)
                        .then(),
                400,
                "bad-cursor");
        problem(
                        People.eeasAnalyst()
                                .get("/api/v1/cases/{c}/exhibits?sourceType=OSINT", caseId)
                                .then(),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("?sourceType"));
    }

    @Test
    void a_lookup_gives_what_its_reader_sees_and_is_silent_about_the_rest() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef open = Exhibiting.held(caseId, "open", "marking", TO_COUNCIL);
        VersionRef own = Exhibiting.held(caseId, "own");
        List<Map<String, Object>> items = List.of(
                Map.of("exhibitId", open.exhibitId(), "version", 1),
                Map.of("exhibitId", open.exhibitId(), "version", 2),
                Map.of("exhibitId", own.exhibitId(), "version", 1),
                Map.of("exhibitId", UUID.randomUUID(), "version", 1));
        People.comAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of("items", items))
                .post("/api/v1/exhibits/lookup")
                .then()
                .statusCode(200)
                .body("items.exhibitId", contains(open.exhibitId().toString()))
                .body("items[0].sha256", notNullValue(), "items[0].state", equalTo("HELD"))
                .body("items[0].caseId", equalTo(caseId.toString()));
        problem(
                People.comAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Map.of("items", Collections.nCopies(501, items.getFirst())))
                        .post("/api/v1/exhibits/lookup")
                        .then(),
                422,
                "invalid-input");
    }

    private static void pulled() {
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
    }

    private static ValidatableResponse get(UUID exhibit) {
        return People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).then();
    }

    private static ValidatableResponse register(UUID caseId, Map<String, Object> said) {
        return People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/cases/{c}/exhibits", caseId)
                .then();
    }

    private static ValidatableResponse correct(UUID exhibit, Map<String, Object> said) {
        return People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/exhibits/{id}/versions", exhibit)
                .then();
    }

    private static ValidatableResponse withdraw(UUID exhibit, Map<String, Object> said) {
        return People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/exhibits/{id}/withdraw", exhibit)
                .then();
    }
}
