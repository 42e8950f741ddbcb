package lockstep.listing.publication;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.person;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
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
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Problems;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The urgent procedure of the United Kingdom: 56 days, then it ends unless the Minister confirms it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class UrgentResourceTest {
    private static final List<String> SIDE = List.of("UK-SANCTIONS");
    private static final Map<String, Object> MARKING =
            Map.of("level", "UK:OFFICIAL", "orcon", false, "relTo", SIDE, "tlp", "AMBER", "named", List.of());
    private static final TestTokens ANALYST = fcdo("analyst", Role.ANALYST);
    private static final TestTokens CHAIR = fcdo("chair", Role.CHAIR);
    private static final TestTokens LEGAL = fcdo("legal", Role.LEGAL);
    private static final TestTokens PUBLISHER = fcdo("publisher", Role.PUBLISHER);
    private static int number;

    @Inject
    ReleaseJob release;

    @Inject
    LapseJob lapse;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static TestTokens fcdo(String who, Role role) {
        return person("fcdo-" + who, "UK-FCDO", role);
    }

    private static TestTokens secretary(int which) {
        return fcdo("secretary-" + which, Role.SECRETARIAT);
    }

    /** What was listed, and from what. */
    private record Urgent(UUID caseId, Map<String, Object> text, UUID listing) {}

    /** From a case to a listing; {@code following} null: by the ordinary procedure. */
    private UUID listed(String following) throws Exception {
        return urgent(following).listing();
    }

    private Urgent urgent(String following) throws Exception {
        UUID caseId = id(
                as(ANALYST).body(Map.of("title", "Urgent", "marking", MARKING)).post("/api/v1/cases"));
        UUID subject = id(as(ANALYST).body(Story.company()).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", SIDE);
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "PUBLIC", SIDE);
        Map<String, String> terms = new HashMap<>(Map.of("sanctionsImposed", "Asset freeze"));
        if (following != null) {
            terms.put("urgentCountry", following);
        }
        Map<String, Object> text = Story.text("UK-RUS", "RUS-6-2-B", terms, MARKING, subject, one, two);
        Urgent drafted = new Urgent(caseId, text, null);
        return new Urgent(caseId, text, listed(drafted, "ADD"));
    }

    /** From a draft on the case of that one to a listing. */
    private UUID listed(Urgent its, String kind) throws Exception {
        Map<String, Object> text = new HashMap<>(its.text());
        text.put("kind", kind);
        text.put("listingId", its.listing());
        UUID proposal = id(as(ANALYST).body(text).post("/api/v1/cases/" + its.caseId() + "/proposals"));
        Story.act(fcdo("submitter", Role.SUBMITTER), proposal, "submit", Map.of("revisionRead", 1));
        List<Map<String, Object>> judgements = must(as(CHAIR).get("/api/v1/proposals/" + proposal + "/duplicates"))
                .jsonPath()
                .getList("items.matchId", String.class)
                .stream()
                .map(match -> Map.<String, Object>of(
                        "matchId", match, "judgement", "SAME_SEVERAL_ROWS", "reason", "The row it amends."))
                .toList();
        Story.act(CHAIR, proposal, "accept", Map.of("revisionRead", 1, "judgements", judgements));
        Story.act(person("hmt-reviewer", "UK-HMT", Role.REVIEWER), proposal, "endorse", Map.of("revisionRead", 1));
        Story.act(LEGAL, proposal, "find-sufficient", Story.opinion());
        published(proposal, LocalDate.now().minusDays(kind.equals("ADD") ? 2 : 0));
        return UUID.fromString(must(as(ANALYST).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("listingId"));
    }

    /** From ready to published: the Minister's decision, recorded by two; {@code listedDate} null: nothing is printed. */
    private void published(UUID proposal, LocalDate listedDate) throws Exception {
        UUID pack = decided(proposal);
        must(schedule(pack, proposal, listedDate == null ? null : "RUS%04d".formatted(number), listedDate));
        Time.releaseOf(pack);
        release.run();
    }

    private static UUID decided(UUID proposal) {
        UUID pack = id(as(CHAIR)
                .body(Map.of("programme", "UK-RUS", "title", "Designations", "proposalIds", List.of(proposal)))
                .post("/api/v1/packages"));
        String hash = must(as(CHAIR).get("/api/v1/packages/" + pack)).jsonPath().getString("hash");
        UUID record = id(as(secretary(1))
                .body(Map.of(
                        "packageHashRead",
                        hash,
                        "body",
                        "Minister",
                        "date",
                        LocalDate.now().minusDays(1).toString(),
                        "adopted",
                        true,
                        "instruments",
                        List.of(Map.of("type", "DESIGNATION", "number", "RUS/2026/" + ++number))))
                .post("/api/v1/packages/" + pack + "/records"));
        must(as(secretary(2)).body(Map.of("packageHashRead", hash)).post("/api/v1/records/" + record + "/confirm"));
        return pack;
    }

    private static Response schedule(UUID pack, UUID proposal, String number, LocalDate listedDate) {
        Map<String, Object> entry = new HashMap<>(Map.of("proposalId", proposal));
        entry.put("number", number);
        entry.put("listedDate", listedDate == null ? null : listedDate.toString());
        return as(PUBLISHER)
                .body(Map.of(
                        "packageHashRead",
                        must(as(CHAIR).get("/api/v1/packages/" + pack))
                                .jsonPath()
                                .getString("hash"),
                        "releaseAt",
                        Instant.now().plusSeconds(600).toString(),
                        "entries",
                        List.of(entry)))
                .post("/api/v1/packages/" + pack + "/schedule");
    }

    private static UUID confirmationOf(UUID listing) throws Exception {
        try (Connection connection = Databases.asSuperuser();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery(
                                "select id from proposal where kind = 'CONFIRM' and listing_id = '" + listing + "'")) {
            found.next();
            return found.getObject(1, UUID.class);
        }
    }

    private static ValidatableResponse listing(UUID id) {
        return must(as(ANALYST).get("/api/v1/listings/" + id)).then();
    }

    @Test
    void an_urgent_listing_lasts_once_the_minister_has_confirmed_it() throws Exception {
        UUID urgent = listed("US");
        Instant lapses = Instant.parse(listing(urgent).extract().path("lapsesAt"));
        Instant published = Instant.parse(listing(urgent).extract().path("publishedAt"));
        assertEquals(56, Math.round(Duration.between(published, lapses).toHours() / 24.0));

        UUID confirmation = confirmationOf(urgent);
        must(as(LEGAL).get("/api/v1/proposals/" + confirmation))
                .then()
                .body("status", equalTo("LEGAL_REVIEW"))
                .body("kind", equalTo("CONFIRM"))
                .body("author.account", equalTo("fcdo-analyst"));
        must(as(LEGAL).get("/api/v1/inbox")).then().body("items.kind", hasItem("confirm-in-time"));
        listing(urgent).body("confirmProposalId", equalTo(confirmation.toString()));
        must(as(People.chair()).get("/api/v1/listings/" + urgent))
                .then()
                .body("lapsesAt", notNullValue())
                .body("confirmProposalId", nullValue());
        Problems.refused(
                as(fcdo("analyst", Role.LEGAL))
                        .body(Story.opinion())
                        .post("/api/v1/proposals/" + confirmation + "/find-sufficient"),
                403,
                "no-office");
        Story.act(LEGAL, confirmation, "find-sufficient", Story.opinion());
        published(confirmation, null);
        listing(urgent)
                .body("status", equalTo("ACTIVE"))
                .body("lapsesAt", nullValue())
                .body("acts.kind", contains("ADD", "CONFIRM"))
                .body("acts.authorityRefs.number", contains(hasSize(1), hasSize(1)))
                .body("acts.proposalId", hasItem(confirmation.toString()));
    }

    @Test
    void a_confirmation_keeps_the_number_of_its_listing() throws Exception {
        UUID urgent = listed("US");
        String number = listing(urgent).extract().path("number");
        UUID confirmation = confirmationOf(urgent);
        Story.act(LEGAL, confirmation, "find-sufficient", Story.opinion());
        UUID pack = decided(confirmation);
        Problems.refused(schedule(pack, confirmation, "RUS4999", LocalDate.now()), 422, "entry-incomplete")
                .body("errors.reason", contains("number-stands", "date-stands"));
        must(schedule(pack, confirmation, null, null))
                .then()
                .body("entries.number", contains(number))
                .body("entries.standingNumber", contains(number));
    }

    @Test
    void a_listing_is_confirmed_by_one_proposal_at_a_time() throws Exception {
        Urgent its = urgent("US");
        Map<String, Object> again = new HashMap<>(its.text());
        again.put("kind", "CONFIRM");
        again.put("listingId", its.listing());
        Problems.refused(
                as(ANALYST).body(again).post("/api/v1/cases/" + its.caseId() + "/proposals"),
                409,
                "confirmed-by-another");
        again.remove("listingId");
        UUID unnamed = id(as(ANALYST).body(again).post("/api/v1/cases/" + its.caseId() + "/proposals"));
        again.put("listingId", its.listing());
        Problems.refused(named(unnamed, again), 409, "confirmed-by-another");
        Story.act(
                fcdo("submitter", Role.SUBMITTER),
                confirmationOf(its.listing()),
                "withdraw",
                Map.of("reason", "To be drafted anew."));
        must(named(unnamed, again));
        must(named(unnamed, again));
        listing(its.listing()).body("confirmProposalId", equalTo(unnamed.toString()));
    }

    private static Response named(UUID proposal, Map<String, Object> text) {
        String read = as(ANALYST).get("/api/v1/proposals/" + proposal).header("ETag");
        return as(ANALYST).header("If-Match", read).body(text).put("/api/v1/proposals/" + proposal);
    }

    @Test
    void what_nobody_confirms_expires() throws Exception {
        UUID urgent = listed("EU");
        lapse.run();
        listing(urgent).body("status", equalTo("ACTIVE"));
        Time.lapseOf(urgent);
        lapse.run();
        lapse.run();
        listing(urgent).body("status", equalTo("EXPIRED")).body("endedAt", notNullValue());
        assertEquals(
                1,
                Databases.number("select count(*) from journal where type = 'listing.expired' and aggregate_id = '"
                        + urgent + "'"));
        must(as(LEGAL).get("/api/v1/inbox"))
                .then()
                .body(
                        "items.findAll { it.kind == 'confirm-in-time' }.proposalId",
                        not(hasItem(confirmationOf(urgent).toString())));
    }

    @Test
    void an_ordinary_listing_never_lapses() throws Exception {
        UUID ordinary = listed(null);
        listing(ordinary).body("lapsesAt", nullValue()).body("confirmProposalId", nullValue());
        assertEquals(0, Databases.number("select count(*) from proposal where listing_id = '" + ordinary + "'"));
    }

    @Test
    void the_time_is_extended_once_by_two_persons() throws Exception {
        UUID urgent = listed("CA");
        Instant lapses = Instant.parse(listing(urgent).extract().path("lapsesAt"));
        String path = "/api/v1/listings/" + urgent + "/extension";
        Map<String, String> decided = decided("E1", LocalDate.now().minusDays(1));
        Problems.refused(as(ANALYST).body(decided).post(path), 403, "not-permitted");
        Problems.refused(as(fcdo("other", Role.SECRETARIAT)).body(decided).post(path), 403, "no-office");
        Problems.refused(as(secretary(1)).post(path + "/confirm"), 409, "no-extension-to-confirm");
        Problems.refused(
                as(secretary(1))
                        .body(decided("E1", LocalDate.now().plusDays(3)))
                        .post(path),
                422,
                "date-in-future");
        Problems.refused(
                as(secretary(1))
                        .body(decided("E1", LocalDate.now().minusYears(2)))
                        .post(path),
                422,
                "before-the-listing");
        must(as(secretary(1)).body(decided).post(path));
        Problems.refused(as(secretary(1)).post(path + "/confirm"), 409, "four-eyes");
        Problems.refused(as(secretary(2)).body(decided).post(path), 409, "extended-already");
        must(as(secretary(2)).post(path + "/confirm"));
        lapse.run();
        lapse.run();
        Instant until = Instant.parse(listing(urgent).extract().path("lapsesAt"));
        assertEquals(56, Math.round(Duration.between(lapses, until).toHours() / 24.0));
        listing(urgent)
                .body("acts.kind", contains("ADD", "EXTENSION"))
                .body("acts[1].citation", equalTo("RUS/2026/E1"))
                .body("acts[1].decidedOn", equalTo(decided.get("decidedOn")));
        Problems.refused(
                as(secretary(1)).body(decided).post("/api/v1/listings/" + listed(null) + "/extension"),
                409,
                "nothing-to-extend");
    }

    @Test
    void an_extension_comes_too_late_once_the_listing_has_ended() throws Exception {
        UUID urgent = listed("US");
        String path = "/api/v1/listings/" + urgent + "/extension";
        must(as(secretary(1)).body(decided("E3", LocalDate.now().minusDays(1))).post(path));
        Time.lapseOf(urgent);
        Problems.refused(as(secretary(2)).post(path + "/confirm"), 409, "nothing-to-extend");
        lapse.run();
        Problems.refused(as(secretary(2)).post(path + "/confirm"), 409, "nothing-to-extend");
        listing(urgent).body("status", equalTo("EXPIRED"));
    }

    @Test
    void a_listing_in_the_place_of_an_urgent_one_has_its_time_and_its_extension() throws Exception {
        Urgent first = urgent("US");
        String path = "/api/v1/listings/%s/extension";
        Map<String, String> decided = decided("E2", LocalDate.now().minusDays(1));
        must(as(secretary(1)).body(decided).post(path.formatted(first.listing())));
        UUID second = listed(first, "AMEND");
        Instant lapses = Instant.parse(listing(second).extract().path("lapsesAt"));
        must(as(LEGAL).get("/api/v1/inbox"))
                .then()
                .body(
                        "items.findAll { it.kind == 'confirm-in-time' }.proposalId",
                        hasItem(confirmationOf(first.listing()).toString()));
        Problems.refused(as(secretary(2)).body(decided).post(path.formatted(second)), 409, "extended-already");
        must(as(secretary(2)).get("/api/v1/listings/" + second))
                .then()
                .body("allowedActions.find { it.action == 'confirm-extension' }.allowed", equalTo(true));
        must(as(secretary(2)).post(path.formatted(second) + "/confirm"));
        lapse.run();
        lapse.run();
        Instant until = Instant.parse(listing(second).extract().path("lapsesAt"));
        assertEquals(56, Math.round(Duration.between(lapses, until).toHours() / 24.0));
    }

    @Test
    void an_amendment_does_not_move_the_day_from_which_it_may_be_extended() throws Exception {
        UUID amended = listed(urgent("CA"), "AMEND");
        String path = "/api/v1/listings/" + amended + "/extension";
        Problems.refused(
                as(secretary(1))
                        .body(decided("E4", LocalDate.now().minusDays(3)))
                        .post(path),
                422,
                "before-the-listing");
        must(as(secretary(1)).body(decided("E4", LocalDate.now().minusDays(1))).post(path));
    }

    private static Map<String, String> decided(String number, LocalDate on) {
        return Map.of("number", "RUS/2026/" + number, "decidedOn", on.toString());
    }
}
