package lockstep.listing.proposal;

import static io.restassured.RestAssured.given;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.eeasAnalyst;
import static lockstep.listing.testing.People.eeasSubmitter;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.WithdrawnEvidenceJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proposal that relies on what was withdrawn or is no longer released says so to its readers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class LostEvidenceTest {
    @Inject
    WithdrawnEvidenceJob job;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static void pulled() {
        given().auth()
                .preemptive()
                .oauth2(TestTokens.service("evidence-service"))
                .post("/internal/feed/pull")
                .then()
                .statusCode(200);
    }

    @Test
    void a_revoked_release_and_a_withdrawal_flag_the_proposals_that_rely_on_the_version() {
        UUID proposal = Story.draft();
        must(as(eeasSubmitter()).body(Map.of("revisionRead", 1)).post("/api/v1/proposals/" + proposal + "/submit"));
        UUID other = Story.draft();
        JsonPath view =
                must(as(eeasAnalyst()).get("/api/v1/proposals/" + proposal)).jsonPath();
        UUID caseId = UUID.fromString(view.getString("caseId"));
        UUID one = UUID.fromString(view.getString("text.reasons[0].cites[0].exhibitId"));
        UUID two = UUID.fromString(view.getString("text.reasons[0].cites[1].exhibitId"));
        UUID request = UUID.randomUUID();
        EvidenceStandIn.happened(
                "release.revoked", one, caseId, Map.of("requestId", request, "exhibitId", one, "version", 1));
        EvidenceStandIn.happened(
                "release.revoked", one, caseId, Map.of("requestId", request, "exhibitId", one, "version", 2));
        EvidenceStandIn.happened("exhibit.withdrawn", two, caseId, Map.of("exhibitId", two, "versions", List.of(1, 2)));
        pulled();
        pulled();
        for (TestTokens reader : List.of(eeasAnalyst(), chair())) {
            as(reader)
                    .get("/api/v1/proposals/" + proposal)
                    .then()
                    .body("evidenceLost.outcome", contains("REVOKED", "WITHDRAWN"))
                    .body("evidenceLost.exhibitId", contains(one.toString(), two.toString()))
                    .body("status", equalTo("SUBMITTED"));
        }
        as(chair())
                .get("/api/v1/cases/" + caseId + "/history")
                .then()
                .body("items.type", hasItem("proposal.evidence-lost"));
        as(eeasAnalyst()).get("/api/v1/proposals/" + other).then().body("evidenceLost", empty());
    }

    /** Of one version, which the proposal cites first. */
    private static void ended(String type, UUID proposal, String to) {
        JsonPath view =
                must(as(eeasAnalyst()).get("/api/v1/proposals/" + proposal)).jsonPath();
        UUID exhibit = UUID.fromString(view.getString("text.reasons[0].cites[0].exhibitId"));
        EvidenceStandIn.happened(
                type,
                exhibit,
                UUID.fromString(view.getString("caseId")),
                Map.of("requestId", UUID.randomUUID(), "exhibitId", exhibit, "version", 1, "to", to));
    }

    private static void told(TestTokens reader, UUID proposal, String... outcomes) {
        String caseId = must(as(reader).get("/api/v1/proposals/" + proposal))
                .then()
                .body("evidenceLost.outcome", equalTo(List.of(outcomes)))
                .extract()
                .path("caseId");
        List<String> history = must(as(reader).get("/api/v1/cases/" + caseId + "/history?limit=200"))
                .jsonPath()
                .getList("items.type");
        assertEquals(
                outcomes.length,
                history.stream().filter("proposal.evidence-lost"::equals).count(),
                "rows of the history for " + reader);
    }

    @Test
    void the_end_of_a_release_is_told_to_those_whom_it_concerns_and_to_the_offices_once() throws Exception {
        UUID proposal = Story.submitted();
        ended("release.revoked", proposal, "UK-FCDO");
        ended("release.revoked", proposal, "FR-REP");
        pulled();
        pulled();
        told(eeasAnalyst(), proposal, "REVOKED", "REVOKED");
        told(chair(), proposal, "REVOKED");
        told(People.legal(), proposal, "REVOKED");
        told(People.secretary(1), proposal, "REVOKED");
        told(People.voter("FR"), proposal, "REVOKED");
        told(People.voter("DE"), proposal);
        told(People.comReviewer(), proposal);
        ended("release.expired", proposal, "electorate:EU-833-IV");
        ended("release.revoked", proposal, "EU27");
        pulled();
        pulled();
        told(People.voter("FR"), proposal, "REVOKED", "EXPIRED", "REVOKED");
        told(People.voter("DE"), proposal, "EXPIRED", "REVOKED");
        told(People.comReviewer(), proposal, "EXPIRED");
        told(chair(), proposal, "REVOKED", "EXPIRED");
        told(eeasAnalyst(), proposal, "REVOKED", "REVOKED", "EXPIRED", "REVOKED");
        String caseId = must(as(chair()).get("/api/v1/proposals/" + proposal)).path("caseId");
        List<String> audited = must(as(People.auditor()).get("/api/v1/cases/" + caseId + "/history?limit=200"))
                .jsonPath()
                .getList("items.type");
        assertEquals(
                4, audited.stream().filter("proposal.evidence-lost"::equals).count());
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            Databases.set(app, "lockstep.sub", TestTokens.sub("de-voter"));
            Databases.set(app, "lockstep.agency", "DE-REP");
            Databases.set(app, "lockstep.levels", "{EU:LIMITE}");
            Databases.set(app, "lockstep.wide", "{EU-COUNCIL,EU27,DE-REP}");
            String its = " where proposal_id = '" + proposal + "'";
            String rows = "journal where type = 'proposal.evidence-lost' and aggregate_id = '" + proposal + "'";
            assertEquals(2, count(app, rows), "no more than the service shows");
            assertEquals(
                    2,
                    count(app, "journal_payload where event_id in (select event_id from " + rows + ")"),
                    "nor of what they say");
            assertEquals(0, count(app, "evidence_loss" + its));
            assertEquals(0, count(app, "access_doubt" + its));
            assertEquals(1, count(app, "proposal where id = '" + proposal + "'"), "whom the proposal is open to");
        }
    }

    private static long count(Connection app, String rows) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void partners_are_told_of_their_own_releases_and_of_no_others() {
        Map<String, Object> open = new HashMap<>(Story.COUNCIL_MARKING);
        open.put("relTo", List.of("EU-COUNCIL", "US-BIS", "UK-FCDO"));
        UUID caseId = Story.id(as(eeasAnalyst())
                .body(Map.of("title", "Meridian Vale", "summary", "Transhipment", "marking", open))
                .post("/api/v1/cases"));
        for (String partner : List.of("US-BIS", "UK-FCDO")) {
            must(as(eeasAnalyst()).body(Map.of("agency", partner)).post("/api/v1/cases/" + caseId + "/participants"));
        }
        Map<String, Object> text = new HashMap<>(Story.text(caseId, Story.subject(caseId)));
        text.put("marking", open);
        UUID proposal = Story.id(as(eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        TestTokens bis = People.us("bis-analyst", Role.ANALYST);
        TestTokens fcdo = People.person("fcdo-analyst", "UK-FCDO", Role.ANALYST);
        ended("release.revoked", proposal, "UK-FCDO");
        pulled();
        pulled();
        told(bis, proposal);
        told(fcdo, proposal, "REVOKED");
        told(eeasAnalyst(), proposal, "REVOKED");
        Story.act(eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1));
        ended("release.expired", proposal, "UK-FCDO");
        pulled();
        pulled();
        told(bis, proposal);
        told(fcdo, proposal, "REVOKED", "EXPIRED");
        told(chair(), proposal, "EXPIRED");
    }

    @Test
    void what_is_frozen_is_flagged_and_goes_back_once_it_is_purged() {
        UUID proposal = Story.inReview();
        happened("exhibit.frozen", proposal);
        happened("exhibit.unfrozen", proposal);
        job.run();
        as(eeasAnalyst())
                .get("/api/v1/proposals/" + proposal)
                .then()
                .body("status", equalTo("IN_REVIEW"))
                .body("evidenceLost.outcome", contains("FROZEN", "CORRECTED"));
        UUID ready = Story.ready();
        happened("exhibit.purged", ready);
        job.run();
        as(eeasAnalyst())
                .get("/api/v1/proposals/" + ready)
                .then()
                .body("status", equalTo("RETURNED"))
                .body("evidenceLost.outcome", contains("PURGED"));
    }

    private static void withdrawn(UUID proposal) {
        happened("exhibit.withdrawn", proposal);
    }

    /** To the first exhibit that a proposal cites. */
    private static void happened(String type, UUID proposal) {
        JsonPath view =
                must(as(eeasAnalyst()).get("/api/v1/proposals/" + proposal)).jsonPath();
        UUID exhibit = UUID.fromString(view.getString("text.reasons[0].cites[0].exhibitId"));
        UUID caseId = UUID.fromString(view.getString("caseId"));
        EvidenceStandIn.happened(type, exhibit, caseId, Map.of("exhibitId", exhibit, "versions", List.of(1)));
        pulled();
        pulled();
    }

    @Test
    void what_is_under_vote_goes_back_when_an_exhibit_that_it_rests_on_is_withdrawn() {
        UUID proposal = Story.ready();
        UUID other = Story.ready();
        UUID pack = Story.packageOf(proposal, other);
        UUID round = Story.id(Story.openRound(pack));
        withdrawn(proposal);
        job.run();
        job.run();
        as(eeasAnalyst())
                .get("/api/v1/proposals/" + proposal)
                .then()
                .body("status", equalTo("RETURNED"))
                .body("returned.code", equalTo("MATERIAL_CHANGE"));
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("CANCELLED"));
        as(chair())
                .get("/api/v1/packages/" + pack)
                .then()
                .body("entries.findAll { it.leftAt == null }.proposalId", contains(other.toString()));
        as(chair()).get("/api/v1/proposals/" + other).then().body("status", equalTo("READY"));
    }

    @Test
    void what_was_withdrawn_is_cited_no_more() {
        UUID caseId = Story.openCase();
        UUID subject = Story.subject(caseId);
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", List.of("EU-COUNCIL"));
        UUID two = EvidenceStandIn.exhibit(caseId, "MEDIA", "PUBLIC", List.of("EU-COUNCIL"));
        EvidenceStandIn.withdraw(two);
        as(eeasAnalyst())
                .body(Story.text(subject, one, two))
                .post("/api/v1/cases/" + caseId + "/proposals")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reasons/0/cites/1"))
                .body("errors.reason", contains("exhibit-withdrawn"));
    }

    @Test
    void what_is_under_review_goes_back_once_it_is_ready() {
        UUID proposal = Story.inReview();
        withdrawn(proposal);
        job.run();
        as(chair()).get("/api/v1/proposals/" + proposal).then().body("status", equalTo("IN_REVIEW"));
        Story.act(People.comReviewer(), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        Story.act(People.legal(), proposal, "find-sufficient", Story.opinion());
        job.run();
        as(chair()).get("/api/v1/proposals/" + proposal).then().body("status", equalTo("RETURNED"));
    }
}
