package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.TO_ELECTORATE;
import static lockstep.evidence.Releasing.TO_FRANCE;
import static lockstep.evidence.Releasing.act;
import static lockstep.evidence.Releasing.approve;
import static lockstep.evidence.Releasing.ask;
import static lockstep.evidence.Releasing.asked;
import static lockstep.evidence.Releasing.officer;
import static lockstep.evidence.Releasing.request;
import static lockstep.evidence.Releasing.shared;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.release.ExpireReleases;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Releases over HTTP: asked for, decided, revoked and run out; and everybody for whom that is refused. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ReleaseResourceTest {
    private static final Map<String, Object> NONE = Map.of();

    @Inject
    ExpireReleases expire;

    /** Seats that know an exhibit by its citation alone. */
    private static VersionRef hidden(UUID caseId, List<String> seats, String content) {
        VersionRef held = Exhibiting.held(caseId, content);
        Listing.parties(UUID.randomUUID(), caseId, seats, held);
        pulled();
        return held;
    }

    private static void pulled() {
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
    }

    private static RequestSpecification german() {
        return People.as(TestTokens.person("de-voter", "DE-REP", Role.VOTER));
    }

    private static int opened(RequestSpecification by, VersionRef ref) {
        return by.get("/api/v1/exhibits/{id}/versions/{v}/content", ref.exhibitId(), ref.version())
                .statusCode();
    }

    @Test
    void a_seat_asks_for_what_it_only_knows_to_exist_and_opens_it_once_it_is_approved() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = hidden(caseId, List.of("FR-REP"), "asked for");
        assertEquals(404, opened(People.frenchVoter(), held));
        String id = asked(People.frenchVoter(), caseId, "SHARE", TO_FRANCE, held);
        People.frenchVoter()
                .get("/api/v1/release-requests/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REQUESTED"), "items[0].title", nullValue())
                .body("allowedActions.find { it.action == 'approve' }.reason", equalTo("not-release-officer"))
                .body("allowedActions.find { it.action == 'withdraw' }.allowed", equalTo(true));
        officer()
                .get("/api/v1/release-requests/{id}", id)
                .then()
                .body("items[0].title", equalTo("Registry extract"), "askedBy.account", equalTo("fr-voter"))
                .body("allowedActions.find { it.action == 'approve' }.allowed", equalTo(true));
        approve(id, Map.of("purpose", "the vote", "noOnward", true), held)
                .statusCode(200)
                .body("status", equalTo("APPROVED"), "decision.noOnward", equalTo(true));
        assertEquals(200, opened(People.frenchVoter(), held));
        assertEquals(404, opened(german(), held));
        People.frenchVoter()
                .get("/api/v1/release-requests/{id}", id)
                .then()
                .body("decision.purpose", equalTo("the vote"), "decision.by.account", nullValue());
        for (String type : List.of("release.requested", "release.approved")) {
            String both = "select count(*) from journal where type = ? and aggregate_id = any (?::uuid[])";
            assertEquals(2, Databases.number(both, type, "{" + id + "," + held.exhibitId() + "}"), type);
        }
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", held.exhibitId())
                .then()
                .body("items.type", hasItems("release.requested", "release.approved"));
        People.frenchVoter()
                .get("/api/v1/exhibits/{id}/history", held.exhibitId())
                .then()
                .body("items.type", not(hasItem("release.approved")));
    }

    @Test
    void a_revocation_closes_it_at_once_and_is_told_to_listing_service() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = hidden(caseId, List.of("FR-REP"), "to be revoked");
        String id = shared(caseId, TO_FRANCE, NONE, held);
        assertEquals(200, opened(People.frenchVoter(), held));
        act(officer(), id, "revoke", Map.of("reason", "The source is in danger"))
                .statusCode(200)
                .body("status", equalTo("REVOKED"), "end.reason", equalTo("The source is in danger"));
        assertEquals(404, opened(People.frenchVoter(), held));
        problem(act(officer(), id, "revoke", Map.of("reason", "Again")), 409, "not-in-this-status");
        People.listingService()
                .get("/internal/events?after=0&types=release.revoked&limit=200")
                .then()
                .body(
                        "events.find { it.payload.requestId == '" + id + "' && it.aggregateType == 'exhibit' }.payload"
                                + ".exhibitId",
                        equalTo(held.exhibitId().toString()));
    }

    @Test
    void a_release_ends_at_its_instant_without_any_job() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = hidden(caseId, List.of("FR-REP"), "for a moment");
        Instant end = Instant.now().plusSeconds(3);
        String id = shared(caseId, TO_FRANCE, Map.of("until", end.toString()), held);
        assertEquals(200, opened(People.frenchVoter(), held));
        while (Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertEquals(404, opened(People.frenchVoter(), held));
        officer().get("/api/v1/release-requests/{id}", id).then().body("status", equalTo("EXPIRED"));
        officer()
                .get("/api/v1/release-requests?status=EXPIRED&caseId={c}", caseId)
                .then()
                .body("items.id", contains(id));
        officer()
                .get("/api/v1/release-requests?status=APPROVED&caseId={c}", caseId)
                .then()
                .body("items", empty());
        String written = "select count(*) from release_request where status = 'EXPIRED' and id = ?::uuid";
        assertEquals(0, Databases.number(written, id));
        expire.run();
        expire.run();
        assertEquals(1, Databases.number(written, id));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'release.expired' and aggregate_id = ?",
                        held.exhibitId()));
    }

    @Test
    void one_decision_reaches_a_whole_electorate_and_successors_inherit_it() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "for all seats");
        UUID proposal = UUID.randomUUID();
        Listing.parties(proposal, caseId, List.of("FR-REP"), held);
        pulled();
        String id = shared(caseId, TO_ELECTORATE, NONE, held);
        assertEquals(200, opened(People.frenchVoter(), held));
        assertEquals(404, opened(german(), held));
        Listing.parties(proposal, caseId, List.of("FR-REP", "DE-REP"), held);
        pulled();
        assertEquals(200, opened(german(), held));
        act(officer(), id, "revoke", Map.of("reason", "Over")).statusCode(200);
        assertEquals(404, opened(german(), held));
        assertEquals(404, opened(People.frenchVoter(), held));
    }

    @Test
    void a_group_is_expanded_when_it_is_asked_about_and_reaches_only_those_who_take_part() {
        UUID caseId = Listing.caseOf("EU-EEAS", "US-BIS");
        VersionRef held = Exhibiting.held(caseId, "for the committee");
        shared(caseId, Map.of("kind", "GROUP", "name", "ERC"), NONE, held);
        assertEquals(200, opened(People.bisAnalyst(), held));
        TestTokens state = TestTokens.person("state-analyst", "US-STATE", Role.ANALYST);
        assertEquals(404, opened(People.as(state), held));
        Listing.invited(caseId, "US-STATE");
        pulled();
        assertEquals(200, opened(People.as(state), held));
    }

    @Test
    void some_of_what_was_asked_for_is_granted() {
        UUID caseId = Listing.caseOf("EU-EEAS", "US-BIS");
        VersionRef yes = Exhibiting.held(caseId, "yes");
        VersionRef no = Exhibiting.held(caseId, "no");
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "US-BIS"), yes, no);
        approve(id, NONE, yes)
                .statusCode(200)
                .body("status", equalTo("PARTIAL"))
                .body("items.find { it.exhibitId == '" + no.exhibitId() + "' }.granted", equalTo(false));
        assertEquals(200, opened(People.bisAnalyst(), yes));
        assertEquals(404, opened(People.bisAnalyst(), no));
    }

    @Test
    void nothing_is_let_out_for_the_electorate_of_a_programme_that_there_is_not() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "for nobody");
        problem(
                        ask(
                                People.eeasAnalyst(),
                                caseId,
                                request("SHARE", Map.of("kind", "ELECTORATE", "name", "EU-833-VI"), held)),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("/to/name"), "errors.reason", contains("unknown-addressee"));
    }

    @Test
    void that_an_electorate_may_be_nobody_yet_is_said_before_and_tells_of_no_hidden_proposal() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "for whoever comes");
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", TO_ELECTORATE, held);
        inSight(id, equalTo(false));
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), held);
        pulled();
        inSight(id, equalTo(false));
        Listing.parties(UUID.randomUUID(), caseId, List.of("EU-EEAS"), held);
        pulled();
        inSight(id, equalTo(true));
        act(officer(), id, "deny", Map.of("reason", "No")).statusCode(200);
        inSight(id, nullValue());
        inSight(asked(People.eeasAnalyst(), caseId, "QUOTE", TO_ELECTORATE, held), nullValue());
    }

    private static void inSight(String request, Matcher<Object> what) {
        officer().get("/api/v1/release-requests/{id}", request).then().body("electorateInSight", what);
    }

    @Test
    void what_was_refused_in_part_is_neither_revoked_nor_does_it_run_out() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "US-BIS");
        VersionRef yes = Exhibiting.held(caseId, "yes, for now");
        VersionRef no = Exhibiting.held(caseId, "no, never");
        String revoked =
                asked(People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "US-BIS"), yes, no);
        approve(revoked, NONE, yes).statusCode(200);
        act(officer(), revoked, "revoke", Map.of("reason", "It was too much")).statusCode(200);
        happened(yes, hasItem("release.revoked"));
        happened(no, not(hasItem("release.revoked")));
        String expired =
                asked(People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "US-BIS"), yes, no);
        Instant end = Instant.now().plusSeconds(2);
        approve(expired, Map.of("until", end.toString()), yes).statusCode(200);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        expire.run();
        happened(yes, hasItem("release.expired"));
        happened(no, not(hasItem("release.expired")));
    }

    private static void happened(VersionRef ref, Matcher<Iterable<? super String>> what) {
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history?limit=200", ref.exhibitId())
                .then()
                .body("items.type", what);
    }

    @Test
    void a_redacted_copy_goes_out_in_the_place_of_what_was_asked_for() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef whole = hidden(caseId, List.of("FR-REP"), "with names");
        VersionRef copy = Redacting.copyOf(whole, "without names");
        String id = asked(People.frenchVoter(), caseId, "SHARE", TO_FRANCE, whole);
        approve(id, Redacting.instead(whole, copy), whole).statusCode(200);
        assertEquals(404, opened(People.frenchVoter(), whole));
        assertEquals(200, opened(People.frenchVoter(), copy));
        act(officer(), id, "revoke", Map.of("reason", "Names were left in")).statusCode(200);
        assertEquals(404, opened(People.frenchVoter(), copy));
    }

    @Test
    void a_downgrade_lowers_the_marking_for_good() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "lowered");
        Map<String, Object> wanted = request("DOWNGRADE", null, held);
        wanted.put("marking", Map.of("level", "EU:PUBLIC", "relTo", List.of("EU-COUNCIL"), "tlp", "CLEAR"));
        assertEquals(404, opened(People.comAnalyst(), held));
        String id = ask(People.eeasAnalyst(), caseId, wanted)
                .statusCode(201)
                .extract()
                .path("id");
        approve(id, NONE, held).statusCode(200);
        assertEquals(200, opened(People.comAnalyst(), held));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", held.exhibitId())
                .then()
                .body("versions[0].marking.level", equalTo("EU:PUBLIC"));
        problem(act(officer(), id, "revoke", Map.of("reason", "No")), 409, "not-revocable");
        wanted.put("marking", Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL")));
        problem(ask(People.eeasAnalyst(), caseId, wanted), 422, "not-a-downgrade");
    }

    @Test
    void nobody_else_decides_and_never_below_level_2() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "not theirs", "marking", TO_COUNCIL);
        String id = asked(People.comAnalyst(), caseId, "QUOTE", TO_ELECTORATE, held);
        Map<String, Object> grant = Map.of("items", List.of(held));
        problem(act(People.eeasAnalyst(), id, "approve", grant), 403, "not-permitted");
        TestTokens plain = TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER);
        problem(act(People.as(plain), id, "approve", grant), 401, "stronger-login-needed");
        RequestSpecification foreign = People.as(
                TestTokens.person("com-officer", "EU-COM", Role.RELEASE_OFFICER).level2());
        problem(act(foreign, id, "approve", grant), 403, "not-release-officer");
        RequestSpecification outside = People.as(
                TestTokens.person("bis-officer", "US-BIS", Role.RELEASE_OFFICER).level2());
        problem(act(outside, id, "approve", grant), 404, "not-found");
        String offered = asked(officer(), caseId, "SHARE", TO_FRANCE, held);
        problem(act(officer(), offered, "approve", grant), 403, "own-request");
        problem(act(officer(), id, "withdraw", NONE), 403, "not-the-asking-agency");
        act(People.comAnalyst(), id, "withdraw", NONE).statusCode(200).body("status", equalTo("WITHDRAWN"));
        problem(act(officer(), id, "deny", Map.of("reason", "Late")), 409, "not-in-this-status");
    }

    @Test
    void whoever_does_not_know_of_an_exhibit_asks_for_nothing() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef own = Exhibiting.held(caseId, "nobody knows");
        Map<String, Object> request = request("SHARE", Map.of("kind", "AGENCY", "name", "EU-COM"), own);
        problem(ask(People.comAnalyst(), caseId, request), 404, "not-found");
        problem(ask(People.frenchVoter(), caseId, request), 404, "not-found");
        VersionRef none = new VersionRef(UUID.randomUUID(), 1);
        problem(ask(People.comAnalyst(), caseId, request("SHARE", TO_FRANCE, none)), 404, "not-found");
        UUID otherCase = Listing.caseOf("EU-EEAS");
        problem(ask(People.eeasAnalyst(), otherCase, request), 404, "not-found");
        Listing.recused(caseId, "eeas-recused");
        pulled();
        RequestSpecification recused = People.as(TestTokens.person("eeas-recused", "EU-EEAS", Role.ANALYST));
        problem(ask(recused, caseId, request), 404, "not-found");
    }

    @Test
    void what_makes_no_sense_is_refused_field_by_field() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "sense");
        Map<String, Object> bad = request("QUOTE", Map.of("kind", "AGENCY", "name", "XX-NONE"));
        bad.put("until", "2020-01-01T00:00:00Z");
        bad.remove("why");
        problem(ask(People.eeasAnalyst(), caseId, bad), 422, "invalid-input")
                .body("errors.pointer", hasItems("/items", "/to/kind", "/to/name", "/until", "/why"));
        problem(
                ask(People.eeasAnalyst(), caseId, request("SHARE", Map.of("kind", "GROUP", "name", "FR"), held)),
                422,
                "invalid-input");
        asked(People.eeasAnalyst(), caseId, "SHARE", TO_FRANCE, held);
        problem(ask(People.eeasAnalyst(), caseId, request("SHARE", TO_FRANCE, held)), 409, "already-asked");
        UUID empty = Exhibiting.registered(People.eeasAnalyst(), caseId);
        problem(
                ask(People.eeasAnalyst(), caseId, request("SHARE", TO_FRANCE, new VersionRef(empty, 1))),
                409,
                "awaiting-content");
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", TO_ELECTORATE, held);
        problem(approve(id, NONE, new VersionRef(empty, 1)), 422, "invalid-input")
                .body("errors[0].reason", equalTo("not-asked-for"));
        problem(act(officer(), id, "deny", Map.of()), 422, "invalid-input");
    }

    @Test
    void exhibits_of_several_agencies_are_asked_for_one_by_one() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef ours = Exhibiting.held(caseId, "ours", "marking", TO_COUNCIL);
        UUID theirs = Exhibiting.registered(People.comAnalyst(), caseId, "marking", TO_COUNCIL);
        Exhibiting.filled(People.comAnalyst(), theirs, 1, "theirs");
        problem(
                ask(People.comAnalyst(), caseId, request("QUOTE", TO_ELECTORATE, ours, new VersionRef(theirs, 1))),
                422,
                "several-originators");
    }

    @Test
    void the_same_request_sent_twice_is_made_once_and_lists_go_on_where_they_stopped() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "listed");
        Set<String> ids = new HashSet<>();
        for (int n = 0; n < 2; n++) {
            ids.add(ask(
                            People.eeasAnalyst().header("Idempotency-Key", "release-" + caseId),
                            caseId,
                            request("SHARE", TO_FRANCE, held))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertEquals(1, ids.size());
        List<String> all = new ArrayList<>(ids);
        all.addFirst(asked(People.eeasAnalyst(), caseId, "SHARE", TO_ELECTORATE, held));
        all.addFirst(asked(People.eeasAnalyst(), caseId, "QUOTE", TO_ELECTORATE, held));
        String next = officer()
                .get("/api/v1/release-requests?limit=2&caseId={c}&status=REQUESTED", caseId)
                .then()
                .statusCode(200)
                .header("Link", notNullValue())
                .body("items.id", equalTo(all.subList(0, 2)))
                .extract()
                .path("next");
        officer()
                .get("/api/v1/release-requests?limit=2&caseId={c}&status=REQUESTED&cursor={n}", caseId, next)
                .then()
                .body("items.id", equalTo(all.subList(2, 3)), "next", nullValue());
        officer()
                .get("/api/v1/release-requests?exhibitId={e}&side=ORIGINATOR", held.exhibitId())
                .then()
                .body("items", hasSize(3));
        People.comAnalyst()
                .get("/api/v1/release-requests?caseId={c}", caseId)
                .then()
                .statusCode(200)
                .body("items", empty());
        officer().get("/api/v1/inbox").then().statusCode(200).body("items.releaseId", hasItems(all.toArray()));
        People.eeasAnalyst().get("/api/v1/inbox").then().body("items.kind", not(hasItem("release-decide")));
        problem(officer().get("/api/v1/release-requests?status=LOST"), 422, "invalid-input");
    }
}
