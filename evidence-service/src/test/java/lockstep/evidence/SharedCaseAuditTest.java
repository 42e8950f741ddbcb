package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Of a case that several sides share an auditor reads the custody of what is of his own programmes and agencies. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SharedCaseAuditTest {
    private static final String OF_CASE = "/api/v1/cases/{c}/exhibit-history";
    private static final String OF_EXHIBIT = "/api/v1/exhibits/{id}/history";
    private static final String REPORT = "/api/v1/exhibits/{id}/custody-report";

    @Inject
    EntityManager entities;

    @Test
    void the_other_sides_exhibits_leave_no_trace() {
        UUID caseId = shared();
        VersionRef theirs = ofBis(caseId);
        VersionRef ours = Exhibiting.held(caseId, "Of the EEAS. " + UUID.randomUUID());
        Spilling.freeze(Spilling.of("bis-officer", "US-BIS", Role.RELEASE_OFFICER), theirs.exhibitId())
                .then()
                .statusCode(200);
        Listing.parties(UUID.randomUUID(), caseId, List.of("EU-EEAS", "FR-REP"));
        for (TestTokens person : List.of(
                auditing("of-programme", List.of(), List.of(Listing.PROGRAMME)),
                auditing("of-eeas", List.of("EU-EEAS"), List.of()))) {
            UUID id = theirs.exhibitId();
            problem(People.as(person).get(OF_EXHIBIT, id), 404, "not-found");
            problem(People.as(person).get(REPORT, id), 404, "not-found");
            problem(People.as(person).get(REPORT + ".pdf", id), 404, "not-found");
            problem(Spilling.spill(People.as(person), id), 404, "not-found");
            problem(Spilling.readers(People.as(person), id), 404, "not-found");
            People.as(person)
                    .get("/api/v1/spills")
                    .then()
                    .statusCode(200)
                    .body("ours.exhibitId", not(hasItem(id.toString())));
            People.as(person)
                    .get(OF_CASE, caseId)
                    .then()
                    .statusCode(200)
                    .body("items.type", hasItems("exhibit.registered", "exhibit.held"))
                    .body(
                            "items.aggregateId",
                            everyItem(equalTo(ours.exhibitId().toString())));
            People.as(person).get(OF_EXHIBIT, ours.exhibitId()).then().statusCode(200);
            People.as(person).get(REPORT, ours.exhibitId()).then().statusCode(200);
            for (String rows : List.of(
                    "from journal where aggregate_id = '" + id + "'",
                    "from journal_payload p join journal j using (event_id) where j.aggregate_id = '" + id + "'",
                    "from spill where exhibit_id = '" + id + "'",
                    "from spilled where exhibit_id = '" + id + "'",
                    "from spill_settlement where exhibit_id = '" + id + "'")) {
                assertEquals(0, number(person, "select count(*) " + rows), person + rows);
            }
            assertEquals(
                    0,
                    number(person, "select count(outline_of('" + event(theirs) + "'))"),
                    "an outline is of what is audited");
        }
        TestTokens american = auditing("of-bis", List.of("US-BIS"), List.of());
        problem(People.as(american).get(OF_EXHIBIT, ours.exhibitId()), 404, "not-found");
        Spilling.readers(People.as(american), theirs.exhibitId()).then().statusCode(200);
        Spilling.spill(People.as(american), theirs.exhibitId()).then().statusCode(200);
        People.as(american)
                .get("/api/v1/spills")
                .then()
                .body("ours.exhibitId", hasItem(theirs.exhibitId().toString()));
    }

    @Test
    void what_a_proposal_of_a_covered_programme_or_agency_cites_is_its_auditors() {
        UUID caseId = shared();
        VersionRef theirs = ofBis(caseId);
        VersionRef uncited = ofBis(caseId);
        TestTokens programme = auditing("cited-programme", List.of(), List.of(Listing.PROGRAMME));
        TestTokens agency = auditing("cited-agency", List.of("FR-REP"), List.of());
        TestTokens other = auditing("cited-other", List.of("UK-FCDO"), List.of("UK-RUS"));
        UUID proposal = UUID.randomUUID();
        Listing.parties(proposal, caseId, List.of("FR-REP"), theirs);
        for (TestTokens auditor : List.of(programme, agency)) {
            People.as(auditor).get(OF_EXHIBIT, theirs.exhibitId()).then().statusCode(200);
            problem(People.as(auditor).get(OF_EXHIBIT, uncited.exhibitId()), 404, "not-found");
        }
        problem(People.as(other).get(OF_EXHIBIT, theirs.exhibitId()), 404, "not-found");
        Listing.parties(proposal, caseId, List.of("FR-REP"));
        pull();
        People.as(programme).get(OF_EXHIBIT, theirs.exhibitId()).then().statusCode(200);
        problem(People.as(agency).get(OF_EXHIBIT, theirs.exhibitId()), 404, "not-found");
    }

    @Test
    void what_was_released_to_a_covered_agency_or_electorate_is_its_auditors() {
        UUID caseId = shared();
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"));
        VersionRef toFrance = Exhibiting.held(caseId, "To France. " + UUID.randomUUID());
        VersionRef toAll = Exhibiting.held(caseId, "To the electorate. " + UUID.randomUUID());
        Releasing.shared(caseId, Releasing.TO_FRANCE, Map.of(), toFrance);
        String shared = Releasing.shared(caseId, Releasing.TO_ELECTORATE, Map.of(), toAll);
        Releasing.act(Releasing.officer(), shared, "revoke", Map.of("reason", "Too early"))
                .statusCode(200);
        TestTokens france = auditing("released-france", List.of("FR-REP"), List.of());
        TestTokens programme = auditing("released-programme", List.of(), List.of(Listing.PROGRAMME));
        People.as(france).get(OF_EXHIBIT, toFrance.exhibitId()).then().statusCode(200);
        problem(People.as(france).get(OF_EXHIBIT, toAll.exhibitId()), 404, "not-found");
        People.as(programme)
                .get(OF_EXHIBIT, toAll.exhibitId())
                .then()
                .statusCode(200)
                .body("items.type", hasItem("release.revoked"));
        problem(People.as(programme).get(OF_EXHIBIT, toFrance.exhibitId()), 404, "not-found");
    }

    @Test
    void what_somebody_was_refused_is_told_to_both_sides_and_their_auditors_alone() {
        UUID caseId = shared();
        VersionRef held = Exhibiting.held(
                caseId,
                "Tried. " + UUID.randomUUID(),
                "marking",
                Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COM", "FR-REP")));
        Listing.invited(caseId, "FR-REP");
        problem(
                People.comAnalyst().body("other").put("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId()),
                403,
                "not-permitted");
        TestTokens france = TestTokens.person("fr-analyst", "FR-REP", Role.ANALYST);
        TestTokens com = TestTokens.person("com-reviewer", "EU-COM", Role.REVIEWER);
        TestTokens eeas = TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST);
        List<String> all = List.of("DONE", "DONE", "REFUSED");
        assertEquals(List.of("DONE", "DONE"), outcomes(france, held));
        assertEquals(all, outcomes(com, held));
        assertEquals(all, outcomes(eeas, held));
        assertEquals(all, outcomes(auditing("refused-eeas", List.of("EU-EEAS"), List.of()), held));
        String refused =
                "select count(*) from journal where outcome = 'REFUSED' and aggregate_id = '" + held.exhibitId() + "'";
        assertEquals(0, number(france, refused));
        assertEquals(1, number(com, refused));
        assertEquals(1, number(eeas, refused));
    }

    @Test
    void whom_a_downgrade_opens_an_exhibit_to_reads_its_history_however_little_there_is() {
        UUID caseId = shared();
        VersionRef held = Exhibiting.held(caseId, "Lowered. " + UUID.randomUUID());
        problem(People.comAnalyst().get(OF_EXHIBIT, held.exhibitId()), 404, "not-found");
        problem(People.comAnalyst().get(REPORT, held.exhibitId()), 404, "not-found");
        Map<String, Object> wanted = Releasing.request("DOWNGRADE", null, held);
        wanted.put("marking", Map.of("level", "EU:PUBLIC", "relTo", List.of("EU-COUNCIL"), "tlp", "CLEAR"));
        String id = Releasing.ask(People.eeasAnalyst(), caseId, wanted)
                .statusCode(201)
                .extract()
                .path("id");
        Releasing.approve(id, Map.of(), held).statusCode(200);
        People.comAnalyst()
                .get(OF_EXHIBIT, held.exhibitId())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        People.comAnalyst()
                .get(REPORT, held.exhibitId())
                .then()
                .statusCode(200)
                .body("entries.size()", equalTo(0), "exhibit.versions.size()", equalTo(1));
        People.comAnalyst().get(REPORT + ".pdf", held.exhibitId()).then().statusCode(200);
        People.eeasAnalyst()
                .get(OF_EXHIBIT, held.exhibitId())
                .then()
                .body("items.findAll { it.type == 'exhibit.custody-exported' }.agency", contains("EU-COM", "EU-COM"));
    }

    /** Of both sides of the Atlantic. */
    private static UUID shared() {
        return Listing.caseOf("EU-EEAS", "EU-COM", "US-BIS");
    }

    private static VersionRef ofBis(UUID caseId) {
        UUID id = Exhibiting.registered(
                People.bisAnalyst(), caseId, "marking", Map.of("level", "US:CUI", "tlp", "AMBER_STRICT"));
        Exhibiting.filled(People.bisAnalyst(), id, 1, "Of BIS. " + UUID.randomUUID());
        return new VersionRef(id, 1);
    }

    private static TestTokens auditing(String account, List<String> agencies, List<String> programmes) {
        Listing.auditor(account, agencies, programmes);
        pull();
        return TestTokens.person(account, "UK-HMT", Role.AUDITOR);
    }

    private static void pull() {
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
    }

    private static List<String> outcomes(TestTokens reader, VersionRef ref) {
        return People.as(reader)
                .get(OF_EXHIBIT, ref.exhibitId())
                .then()
                .statusCode(200)
                .extract()
                .path("items.outcome");
    }

    private String event(VersionRef ref) {
        return People.bisAnalyst()
                .get(OF_EXHIBIT, ref.exhibitId())
                .then()
                .extract()
                .path("items[0].eventId");
    }

    private long number(TestTokens person, String query) {
        return Acting.asActor(person.actor(), () -> QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(query, Long.class).getSingleResult()));
    }
}
