package lockstep.listing.listing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was printed is held against what was released: by comparing alone, or by two publishers who accept a difference. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class PrintResourceTest {
    private static final TestTokens OTHER = us("ofac-publisher-2", Role.PUBLISHER);
    private static final TestTokens NO_OFFICE = us("ofac-publisher-9", Role.PUBLISHER);
    private static final TestTokens STRANGER = People.publisher();
    private static boolean appointed;

    @Inject
    ReleaseJob release;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        if (!appointed) {
            People.appoint("ofac-publisher-2", "US-OFAC", "US-OFAC-14024", null, "publisher");
            appointed = true;
        }
    }

    /** A released package of one entry. */
    private record Released(Ofac.File file, UUID pack, UUID listing, String text) {}

    private Released released(String number) throws Exception {
        Ofac.File file = Ofac.file();
        UUID pack = Ofac.scheduled(Ofac.draft(file, "ADD", null), number);
        Time.releaseOf(pack);
        release.run();
        UUID listing = UUID.fromString(prints(pack).extract().path("entries[0].listingId"));
        return new Released(file, pack, listing, text(listing));
    }

    private static String text(UUID listing) {
        return listing(Ofac.publisher(), listing).extract().path("outputs[0].text");
    }

    private static ValidatableResponse prints(UUID pack) {
        return must(as(Ofac.publisher()).get("/api/v1/packages/" + pack + "/prints"))
                .then();
    }

    private static ValidatableResponse listing(TestTokens who, UUID id) {
        return must(as(who).get("/api/v1/listings/" + id)).then();
    }

    private static Map<String, Object> seen(String printed) {
        return new HashMap<>(
                Map.of("reference", "91 FR 99001", "seenAt", Instant.now().toString(), "printed", printed));
    }

    private static Response print(TestTokens who, UUID listing, Map<String, Object> body, String key) {
        return as(who).header("Idempotency-Key", key).body(body).post("/api/v1/listings/" + listing + "/prints");
    }

    private static Response print(UUID listing, String printed) {
        return print(Ofac.publisher(), listing, seen(printed), UUID.randomUUID().toString());
    }

    private static Response propose(TestTokens who, UUID listing, Object printRead) {
        return as(who).body(Map.of("printRead", printRead, "reason", "The printer's comma; the act is not affected."))
                .post("/api/v1/listings/" + listing + "/discrepancy/acceptances");
    }

    private static Response answer(TestTokens who, UUID listing, String acceptance, String act) {
        var request = as(who);
        return (act.equals("refuse") ? request.body(Map.of("reason", "It is.")) : request)
                .post("/api/v1/listings/" + listing + "/discrepancy/acceptances/" + acceptance + "/" + act);
    }

    private static ValidatableResponse inbox(TestTokens who) {
        return must(as(who).get("/api/v1/inbox")).then();
    }

    private static String items(String kind, UUID pack) {
        return "items.findAll { it.kind == '" + kind + "' && it.packageId == '" + pack + "' }";
    }

    @Test
    void a_print_that_agrees_confirms_the_listing_once_however_often_it_is_sent() throws Exception {
        Released its = released("98001");
        Instant published =
                Instant.parse(listing(OTHER, its.listing()).extract().path("publishedAt"));
        Instant due = Instant.parse(inbox(OTHER).extract().path(items("confirm-print", its.pack()) + "[0].due"));
        assertEquals(5, Math.round(Duration.between(published, due).toHours() / 24.0));
        listing(OTHER, its.listing())
                .body("confirmation.state", equalTo("AWAITED"))
                .body("confirmation.dueAt", equalTo(due.toString()))
                .body("allowedActions.find { it.action == 'confirm-print' }.allowed", equalTo(true));

        Map<String, Object> body = seen(its.text().replace(" ", "\u00A0").replace("\n", " "));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            print(Ofac.publisher(), its.listing(), body, key)
                    .then()
                    .statusCode(201)
                    .body("confirmation.state", equalTo("CONFIRMED"))
                    .body("confirmation.reference", equalTo("91 FR 99001"))
                    .body("confirmation.by.account", equalTo("ofac-publisher"))
                    .body("confirmation.difference", empty())
                    .body("confirmation.prints", hasSize(1))
                    .body("confirmation.prints[0].printedSha256", notNullValue());
        }
        refused(print(its.listing(), its.text()), 409, "confirmed-already");
        inbox(OTHER).body(items("confirm-print", its.pack()), empty());
        must(as(OTHER).get("/api/v1/packages/" + its.pack() + "/history"))
                .then()
                .body("items.findAll { it.type == 'listing.confirmed' }.aggregateId", contains("" + its.listing()));
        must(as(OTHER).get("/api/v1/packages/" + its.pack()))
                .then()
                .body("allowedActions.find { it.action == 'confirm-prints' }.reason", equalTo("nothing-to-confirm"));
    }

    @Test
    void a_print_that_differs_is_a_discrepancy_until_a_corrigendum_agrees() throws Exception {
        Released its = released("98002");
        print(its.listing(), its.text().replace("98002", "98003"))
                .then()
                .statusCode(201)
                .body("confirmation.state", equalTo("DISCREPANCY"))
                .body("confirmation.difference.findAll { it.side == 'RELEASED' }.text", contains("2"))
                .body("confirmation.difference.findAll { it.side == 'PRINTED' }.text", contains("3"));
        inbox(OTHER).body(items("settle-print", its.pack()), hasSize(1));
        Map<String, Object> corrigendum = seen(its.text());
        corrigendum.put("reference", "91 FR 99100");
        print(OTHER, its.listing(), corrigendum, "corrigendum-" + its.listing())
                .then()
                .statusCode(201)
                .body("confirmation.state", equalTo("CONFIRMED"))
                .body("confirmation.prints.agrees", contains(true, false))
                .body("confirmation.prints.reference", contains("91 FR 99100", "91 FR 99001"));
        inbox(OTHER).body(items("settle-print", its.pack()), empty());
    }

    @Test
    void a_difference_is_accepted_by_two_publishers_never_by_one() throws Exception {
        Released its = released("98004");
        refused(propose(OTHER, its.listing(), UUID.randomUUID()), 409, "no-discrepancy");
        String print = print(its.listing(), its.text() + ",").then().extract().path("confirmation.printId");
        refused(propose(OTHER, its.listing(), UUID.randomUUID()), 409, "print-is-stale");
        refused(propose(NO_OFFICE, its.listing(), print), 403, "no-office");
        String first = must(propose(Ofac.publisher(), its.listing(), print))
                .then()
                .statusCode(201)
                .body("confirmation.state", equalTo("DISCREPANCY"))
                .body("allowedActions.find { it.action == 'confirm-acceptance' }.reason", equalTo("four-eyes"))
                .extract()
                .path("confirmation.acceptances[0].id");
        refused(propose(OTHER, its.listing(), print), 409, "acceptance-is-open");
        refused(answer(Ofac.publisher(), its.listing(), first, "confirm"), 409, "four-eyes");
        refused(answer(Ofac.publisher(), its.listing(), first, "refuse"), 409, "four-eyes");
        inbox(Ofac.publisher()).body(items("confirm-acceptance", its.pack()), empty());
        inbox(OTHER).body(items("confirm-acceptance", its.pack()), hasSize(1));
        prints(its.pack()).body("entries.accepting", contains(true));
        must(answer(OTHER, its.listing(), first, "refuse"))
                .then()
                .body("confirmation.state", equalTo("DISCREPANCY"))
                .body("confirmation.acceptances[0].refusal", equalTo("It is."));
        refused(answer(OTHER, its.listing(), first, "confirm"), 409, "no-acceptance");

        String second = must(propose(OTHER, its.listing(), print)).path("confirmation.acceptances[0].id");
        UUID another = released("98005").listing();
        refused(answer(Ofac.publisher(), another, second, "confirm"), 404, "not-found");
        must(answer(Ofac.publisher(), its.listing(), second, "confirm"))
                .then()
                .body("confirmation.state", equalTo("CONFIRMED"))
                .body("confirmation.acceptances.confirmedBy", contains("ofac-publisher", null));
        must(as(OTHER).get("/api/v1/packages/" + its.pack() + "/history"))
                .then()
                .body("items.type", hasItem("listing.discrepancy-accepted"))
                .body("items.type", hasItem("listing.acceptance-refused"));
    }

    @Test
    void a_stranger_sees_state_and_reference_and_does_nothing() throws Exception {
        Released its = released("98006");
        String print = print(its.listing(), its.text() + "!").then().extract().path("confirmation.printId");
        must(propose(OTHER, its.listing(), print));
        refused(
                as(Ofac.analyst()).body(seen("x")).post("/api/v1/listings/" + its.listing() + "/prints"),
                403,
                "not-permitted");
        refused(print(STRANGER, its.listing(), seen(its.text()), "stranger"), 403, "no-office");
        refused(as(STRANGER).get("/api/v1/packages/" + its.pack() + "/prints"), 404, "not-found");
        refused(all(STRANGER, its.pack(), Map.of(its.listing(), its.text())), 404, "not-found");
        listing(STRANGER, its.listing())
                .body("confirmation.state", equalTo("DISCREPANCY"))
                .body("confirmation.reference", equalTo("91 FR 99001"))
                .body("confirmation.by", nullValue())
                .body("confirmation.prints[0].by", nullValue())
                .body("confirmation.acceptances", empty());
        must(as(STRANGER).get("/api/v1/listings?packageId=" + its.pack()))
                .then()
                .body("items.confirmation", contains("DISCREPANCY"));
    }

    private static Response all(TestTokens who, UUID pack, Map<UUID, String> printed) {
        List<Map<String, Object>> rows = printed.entrySet().stream()
                .map(row -> Map.<String, Object>of("listingId", row.getKey(), "printed", row.getValue()))
                .toList();
        return as(who).body(Map.of(
                        "reference", "91 FR 99001", "seenAt", Instant.now().toString(), "entries", rows))
                .post("/api/v1/packages/" + pack + "/prints");
    }

    /** Two entries, scheduled. */
    private static UUID pair() {
        UUID one = Ofac.draft(Ofac.file(), "ADD", null);
        UUID two = Ofac.draft(Ofac.file(), "ADD", null);
        for (UUID proposal : List.of(one, two)) {
            Ofac.toReady(proposal);
            must(Ofac.consult(
                    Ofac.chair(), proposal, "US-STATE", LocalDate.now().minusDays(1)));
        }
        UUID pack = id(as(Ofac.chair())
                .body(Map.of("programme", "US-OFAC-14024", "title", "Two", "proposalIds", List.of(one, two)))
                .post("/api/v1/packages"));
        must(Ofac.sign(id(Ofac.open(pack)), pack));
        must(as(Ofac.publisher())
                .body(Map.of(
                        "packageHashRead",
                        Ofac.hash(pack),
                        "releaseAt",
                        Instant.now().plusSeconds(600).toString(),
                        "entries",
                        List.of(
                                Map.of("proposalId", one, "number", "98010", "listedDate", "2026-11-24"),
                                Map.of("proposalId", two, "number", "98011", "listedDate", "2026-11-24"))))
                .post("/api/v1/packages/" + pack + "/schedule"));
        return pack;
    }

    @Test
    void a_whole_package_is_one_act_and_each_entry_is_compared_by_itself() throws Exception {
        UUID pack = pair();
        refused(all(OTHER, pack, Map.of(UUID.randomUUID(), "x")), 409, "not-released");
        Time.releaseOf(pack);
        release.run();
        UUID one = UUID.fromString(prints(pack).extract().path("entries[0].listingId"));
        UUID two = UUID.fromString(prints(pack).extract().path("entries[1].listingId"));
        refused(all(OTHER, pack, Map.of(UUID.randomUUID(), "x")), 422, "print-refused")
                .body("errors[0].reason", equalTo("listing-not-in-package"))
                .body("errors[0].pointer", equalTo("/entries/0/listingId"));
        refused(all(OTHER, pack, Map.of()), 422, "invalid-input").body("errors[0].pointer", equalTo("/entries"));
        refused(all(NO_OFFICE, pack, Map.of(one, "x")), 403, "no-office");
        all(OTHER, pack, Map.of(one, text(one), two, text(two).replace("98011", "98012")))
                .then()
                .statusCode(201)
                .body("entries.state", contains("CONFIRMED", "DISCREPANCY"))
                .body("entries[1].difference.findAll { it.side == 'PRINTED' }.text", contains("2"));
        refused(all(OTHER, pack, Map.of(one, text(one), two, text(two))), 409, "confirmed-already")
                .body("errors", hasSize(1));
        must(all(OTHER, pack, Map.of(two, text(two))))
                .then()
                .body("entries.state", contains("CONFIRMED", "CONFIRMED"))
                .body("allowedActions.reason", contains("nothing-to-confirm"));
        assertEquals(
                3,
                Databases.number("select count(*) from journal where outcome = 'DONE' and aggregate_type = 'listing'"
                        + " and type in ('listing.confirmed', 'listing.discrepancy-found') and scope_id = '" + pack
                        + "'"));
    }

    @Test
    void an_amendment_settles_a_discrepancy() throws Exception {
        Released its = released("98020");
        String print = print(its.listing(), its.text() + "!").then().extract().path("confirmation.printId");
        UUID amendment = Ofac.scheduled(Ofac.draft(its.file(), "AMEND", its.listing()), "98020");
        Time.releaseOf(amendment);
        release.run();
        listing(OTHER, its.listing())
                .body("confirmation.state", equalTo("SETTLED"))
                .body("succeededBy", notNullValue());
        refused(print(its.listing(), its.text()), 409, "settled-already");
        refused(propose(OTHER, its.listing(), print), 409, "settled-already");
        inbox(OTHER)
                .body(items("settle-print", its.pack()), empty())
                .body(items("confirm-print", amendment), hasSize(1));
    }

    @Test
    void a_print_is_cited_as_its_programme_says_and_was_seen_before_it_is_entered() throws Exception {
        Released its = released("98030");
        Map<String, Object> tomorrow = seen(its.text());
        tomorrow.put("seenAt", Instant.now().plusSeconds(3600).toString());
        refused(print(OTHER, its.listing(), tomorrow, "tomorrow"), 422, "print-refused")
                .body("errors.pointer", contains("/seenAt"));
        Map<String, Object> before = seen(its.text());
        before.put("seenAt", Instant.now().minusSeconds(180).toString());
        refused(print(Ofac.publisher(), its.listing(), before, "before-" + its.listing()), 422, "print-refused")
                .body("errors.pointer", contains("/seenAt"))
                .body("errors.reason", contains("seen-before-release"));
        Map<String, Object> somewhere = seen(its.text());
        somewhere.put("reference", "in the newspaper");
        refused(print(OTHER, its.listing(), somewhere, "somewhere"), 422, "print-refused")
                .body("errors.reason", contains("reference-form"));
        refused(as(OTHER).body("{}").post("/api/v1/listings/" + its.listing() + "/prints"), 422, "invalid-input")
                .body("errors.pointer", containsInAnyOrder("/reference", "/seenAt", "/printed"));
    }

    @Test
    void the_database_lets_nobody_say_confirmed_where_the_texts_differ() throws Exception {
        Released its = released("98040");
        must(print(its.listing(), its.text() + "!"));
        for (String change : List.of(
                "update listing_confirmation set state = 'CONFIRMED' where listing_id = '" + its.listing() + "'",
                "update listing_print set agrees = true where listing_id = '" + its.listing() + "'",
                "delete from listing_print where listing_id = '" + its.listing() + "'")) {
            try (Connection app = Databases.asApp();
                    var statement = app.createStatement()) {
                app.setAutoCommit(false);
                Databases.set(app, "lockstep.sub", TestTokens.sub("ofac-publisher"));
                SQLException no = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", no.getSQLState(), change);
            }
        }
    }

    @Test
    void whether_a_change_can_be_proposed_is_the_services_word() throws Exception {
        Released its = released("98050");
        String amend = "allowedActions.find { it.action == 'propose-amendment' }";
        listing(Ofac.analyst(), its.listing())
                .body(amend + ".allowed", equalTo(true))
                .body("subjectId", equalTo("" + its.file().subject()));
        listing(People.eeasAnalyst(), its.listing()).body(amend + ".reason", equalTo("programme-not-open-to-agency"));
        listing(us("state-analyst", Role.ANALYST), its.listing()).body(amend + ".reason", notNullValue());
        listing(OTHER, its.listing()).body(amend, nullValue());
        UUID removal = Ofac.scheduled(Ofac.draft(its.file(), "REMOVE", its.listing()), "98050");
        Time.releaseOf(removal);
        release.run();
        listing(Ofac.analyst(), its.listing())
                .body("allowedActions.reason", contains("listing-has-ended", "listing-has-ended"));
        prints(removal).body("entries", empty()).body("allowedActions.reason", contains("nothing-to-confirm"));
    }
}
