package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What listing-service asks in its own name, and nobody else may. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class InternalExhibitResourceTest {
    private static final List<String> SEATS = Agencies.bundled().all().stream()
            .map(agency -> agency.code())
            .filter(code -> code.endsWith("-REP"))
            .toList();

    @Test
    void persons_ask_nothing_about_others() {
        for (RequestSpecification person : List.of(People.eeasAnalyst(), People.administrator(), People.auditor())) {
            problem(
                    person.contentType(ContentType.JSON)
                            .body(Map.of("readers", List.of(), "items", List.of()))
                            .post("/internal/access/refused"),
                    403,
                    "not-permitted");
        }
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Map.of("items", List.of()))
                        .post("/internal/exhibits/describe"),
                403,
                "not-permitted");
        problem(People.eeasAnalyst().get("/internal/events?types=exhibit.held"), 403, "not-permitted");
    }

    @Test
    void a_service_asks_nothing_of_what_is_for_persons() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "for persons", "marking", TO_COUNCIL);
        problem(People.listingService().get("/api/v1/exhibits/{id}", held.exhibitId()), 403, "not-permitted");
        problem(
                People.listingService().get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId()),
                403,
                "not-permitted");
    }

    @Test
    void the_refused_pairs_are_told_with_the_first_condition_that_is_not_met() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef open = Exhibiting.held(caseId, "open to the council", "marking", TO_COUNCIL);
        VersionRef own = Exhibiting.held(caseId, "own alone");
        VersionRef orcon = Exhibiting.held(
                caseId,
                "ask first",
                "marking",
                Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"), "orcon", true));
        VersionRef unknown = new VersionRef(UUID.randomUUID(), 1);
        Listing.recused(caseId, "com-recused");
        long after = Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), open, own, orcon);
        ask(
                        after,
                        List.of(caseId),
                        List.of(
                                reader("FR-REP", null),
                                reader("DE-REP", null),
                                reader("EU-COM", TestTokens.sub("com-recused")),
                                reader("EU-EEAS", TestTokens.sub("eeas-analyst"))),
                        open,
                        own,
                        orcon,
                        unknown)
                .body("refused.findAll { it.agency == 'EU-EEAS' }.verdict", contains("UNKNOWN_EXHIBIT"))
                .body(
                        "refused.findAll { it.agency == 'FR-REP' && it.verdict == 'NOT_RELEASED_TO' }.exhibitId",
                        contains(own.exhibitId().toString()))
                .body(
                        "refused.findAll { it.agency == 'FR-REP' && it.verdict == 'ORCON_WITHOUT_RELEASE' }.exhibitId",
                        contains(orcon.exhibitId().toString()))
                .body(
                        "refused.findAll { it.agency == 'DE-REP' }.verdict",
                        containsInAnyOrder("NO_PART_IN_CASE", "NO_PART_IN_CASE", "NO_PART_IN_CASE", "UNKNOWN_EXHIBIT"))
                .body(
                        "refused.findAll { it.agency == 'EU-COM' && it.verdict == 'RECUSED' }.sub",
                        hasItem(TestTokens.sub("com-recused")));
    }

    @Test
    void a_reader_without_a_person_is_the_agency_with_its_ceiling() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef restricted = Exhibiting.held(
                caseId, "restricted", "marking", Map.of("level", "EU:RESTREINT_UE", "relTo", List.of("EU-COUNCIL")));
        ask(null, List.of(), List.of(reader("EU-COM", null)), restricted).body("refused", empty());
        Map<String, Object> uncleared = new HashMap<>(reader("EU-COM", TestTokens.sub("com-analyst")));
        uncleared.put("clearance", "NONE");
        ask(null, List.of(), List.of(uncleared), restricted).body("refused.verdict", contains("CLEARANCE_TOO_LOW"));
        ask(null, List.of(), List.of(reader("XX-NOBODY", null)), restricted)
                .body("refused.verdict", contains("NO_PART_IN_CASE"));
    }

    @Test
    void what_is_not_held_or_of_another_case_is_refused_to_everybody() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID otherCase = Listing.caseOf("EU-EEAS");
        VersionRef awaiting = new VersionRef(Exhibiting.registered(People.eeasAnalyst(), caseId), 1);
        VersionRef elsewhere = Exhibiting.held(otherCase, "elsewhere");
        VersionRef withdrawn = Exhibiting.held(caseId, "withdrawn here");
        People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "gone"))
                .post("/api/v1/exhibits/{id}/withdraw", withdrawn.exhibitId())
                .then()
                .statusCode(200);
        ask(null, List.of(caseId), List.of(reader("EU-EEAS", null)), awaiting, elsewhere, withdrawn)
                .body("refused.verdict", contains("UNKNOWN_EXHIBIT", "UNKNOWN_EXHIBIT", "UNKNOWN_EXHIBIT"));
    }

    @Test
    void a_whole_package_is_one_question() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        List<VersionRef> items = new ArrayList<>();
        for (int n = 0; n < Integer.getInteger("lockstep.items", 40); n++) {
            items.add(Exhibiting.held(caseId, "item " + n, "marking", TO_COUNCIL));
        }
        long after = Listing.parties(UUID.randomUUID(), caseId, SEATS, items.toArray(VersionRef[]::new));
        List<Map<String, Object>> readers =
                SEATS.stream().map(seat -> reader(seat, null)).toList();
        VersionRef[] all = items.toArray(VersionRef[]::new);
        ask(after, List.of(caseId), readers, all).body("refused", empty());
        long best = Long.MAX_VALUE;
        for (int n = 0; n < 5; n++) {
            long began = System.nanoTime();
            ask(after, List.of(caseId), readers, all).body("refused", empty());
            best = Math.min(best, (System.nanoTime() - began) / 1_000_000);
        }
        System.out.println(readers.size() + " readers, " + all.length + " exhibits: " + best + " ms");
        assertTrue(best < 1_000, best + " ms");
        assertEquals(27, SEATS.size());
    }

    @Test
    void a_job_is_told_what_it_names() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef own = Exhibiting.held(caseId, "own, but named by a job");
        People.listingService()
                .contentType(ContentType.JSON)
                .body(Map.of("items", List.of(own, new VersionRef(UUID.randomUUID(), 1))))
                .post("/internal/exhibits/describe")
                .then()
                .statusCode(200)
                .body("items.exhibitId", contains(own.exhibitId().toString()))
                .body("items[0].title", equalTo("Registry extract"));
    }

    @Test
    void withdrawals_go_out_by_the_feed() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "to go out");
        People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "retracted"))
                .post("/api/v1/exhibits/{id}/withdraw", held.exhibitId())
                .then()
                .statusCode(200);
        People.listingService()
                .get("/internal/events?after=0&types=exhibit.withdrawn&limit=200")
                .then()
                .statusCode(200)
                .body(
                        "events.find { it.payload.exhibitId == '" + held.exhibitId() + "' }.payload.versions",
                        contains(1));
    }

    @Test
    void who_is_about_to_review_is_judged_as_if_he_took_part_and_a_release_to_the_electorate_counts() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "for the offices");
        assertEquals(List.of("NO_PART_IN_CASE"), verdicts(caseId, held, null));
        assertEquals(List.of("NOT_RELEASED_TO"), verdicts(caseId, held, Listing.PROGRAMME));
        Releasing.shared(caseId, Releasing.TO_ELECTORATE, Map.of(), held);
        assertEquals(List.of(), verdicts(caseId, held, Listing.PROGRAMME));
        assertEquals(List.of("NOT_RELEASED_TO"), verdicts(caseId, held, "UK-RUS"));
        assertEquals(List.of("NO_PART_IN_CASE"), verdicts(caseId, held, null));
    }

    private static List<String> verdicts(UUID caseId, VersionRef item, String reviewed) {
        Map<String, Object> question = new HashMap<>();
        question.put("readers", List.of(reader("FR-REP", null)));
        question.put("items", List.of(item));
        question.put("caseIds", List.of(caseId));
        question.put("reviewed", reviewed);
        return People.listingService()
                .contentType(ContentType.JSON)
                .body(question)
                .post("/internal/access/refused")
                .then()
                .statusCode(200)
                .extract()
                .path("refused.verdict");
    }

    private static Map<String, Object> reader(String agency, String sub) {
        Map<String, Object> reader = new HashMap<>();
        reader.put("agency", agency);
        reader.put("sub", sub);
        return reader;
    }

    private static ValidatableResponse ask(
            Long after, List<UUID> cases, List<Map<String, Object>> readers, VersionRef... items) {
        Map<String, Object> question = new HashMap<>();
        question.put("after", after);
        question.put("readers", readers);
        question.put("items", Stream.of(items).toList());
        question.put("caseIds", cases);
        return People.listingService()
                .contentType(ContentType.JSON)
                .body(question)
                .post("/internal/access/refused")
                .then()
                .statusCode(200);
    }
}
