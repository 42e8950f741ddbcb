package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.act;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OFAC's way: no round before State was consulted (G14), then the Director signs alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ConsultationResourceTest {
    private static final List<String> SIDE = List.of("US-SANCTIONS");
    private static final Map<String, Object> MARKING =
            Map.of("level", "US:CUI", "orcon", false, "relTo", SIDE, "tlp", "AMBER", "named", List.of());
    private static final TestTokens CHAIR = us("ofac-chair", Role.CHAIR);

    @BeforeEach
    void appoint() throws SQLException {
        People.appoint();
    }

    @Test
    void nothing_is_decided_before_the_consultation_is_recorded() {
        UUID proposal = ready();
        UUID pack = id(as(CHAIR)
                .body(Map.of("programme", "US-OFAC-14024", "title", "November", "proposalIds", List.of(proposal)))
                .post("/api/v1/packages"));
        refused(open(pack), 409, "consultation-missing")
                .body("errors[0].pointer", equalTo("/entries/" + proposal))
                .body("errors[0].reason", equalTo("consultation-missing"));

        must(consult(CHAIR, proposal, "US-STATE", LocalDate.now().minusDays(1)))
                .then()
                .body("consultations.said.agency", contains("US-STATE"))
                .body("consultations[0].live", equalTo(true))
                .body("status", equalTo("READY"));
        UUID round = id(open(pack));
        String hash = must(as(CHAIR).get("/api/v1/packages/" + pack)).jsonPath().getString("hash");
        must(Story.vote(us("ofac-director", Role.VOTER), round, hash, "APPROVE"));
        must(as(CHAIR).get("/api/v1/packages/" + pack)).then().body("status", equalTo("ADOPTED"));
    }

    @Test
    void a_consultation_is_with_the_other_authority_in_the_past_and_recorded_by_the_chair() {
        UUID proposal = ready();
        LocalDate today = LocalDate.now().minusDays(1);
        refused(consult(us("ofac-analyst", Role.ANALYST), proposal, "US-STATE", today), 403, "not-permitted");
        refused(consult(us("ofac-other", Role.CHAIR), proposal, "US-STATE", today), 403, "no-office");
        refused(consult(CHAIR, proposal, "US-OFAC", today), 422, "no-consultation-asked");
        refused(consult(CHAIR, proposal, "US-STATE", today.plusDays(9)), 422, "not-yet");
        must(as(CHAIR).get("/api/v1/proposals/" + proposal))
                .then()
                .body("allowedActions.action", hasItem("consult"))
                .body("consultations", equalTo(List.of()));
    }

    @Test
    void where_no_law_asks_for_one_there_is_none() {
        UUID proposal = Story.inReview();
        refused(
                consult(People.chair(), proposal, "US-STATE", LocalDate.now().minusDays(1)),
                422,
                "no-consultation-asked");
    }

    private static Response consult(TestTokens who, UUID proposal, String agency, LocalDate on) {
        return as(who).body(Map.of(
                        "revisionRead",
                        1,
                        "agency",
                        agency,
                        "on",
                        on.toString(),
                        "person",
                        "Office of Economic Sanctions Policy",
                        "outcome",
                        "No objection."))
                .post("/api/v1/proposals/" + proposal + "/consultations");
    }

    private static Response open(UUID pack) {
        return as(CHAIR)
                .body(Map.of("deadline", Story.noonIn(4).toString(), "deadlineFlag", "in case of a holiday"))
                .post("/api/v1/packages/" + pack + "/rounds");
    }

    private static UUID ready() {
        TestTokens analyst = us("ofac-analyst", Role.ANALYST);
        UUID caseId = id(as(analyst)
                .body(Map.of("title", "Meridian Vale", "marking", MARKING))
                .post("/api/v1/cases"));
        UUID subject = id(as(analyst).body(Story.company()).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", SIDE);
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "PUBLIC", SIDE);
        Map<String, Object> text = new HashMap<>(Story.text(subject, one, two));
        text.put("programme", "US-OFAC-14024");
        text.put("criteria", List.of("14024-1A-VI"));
        text.put(
                "reasons",
                List.of(
                        Map.of(
                                "type",
                                "FACT",
                                "text",
                                "It shipped goods.",
                                "selfSufficient",
                                true,
                                "cites",
                                List.of(
                                        Map.of("exhibitId", one, "version", 1),
                                        Map.of("exhibitId", two, "version", 1))),
                        Map.of("type", "CONCLUSION", "text", "Therefore it is blocked.", "criterion", "14024-1A-VI")));
        text.put("terms", Map.of("tag", "RUSSIA-EO14024"));
        text.put("marking", MARKING);
        UUID proposal = id(as(analyst).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        act(us("ofac-submitter", Role.SUBMITTER), proposal, "submit", Map.of("revisionRead", 1));
        act(CHAIR, proposal, "accept", Map.of("revisionRead", 1, "judgements", List.of()));
        act(us("state-reviewer", Role.REVIEWER), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        act(us("treas-counsel", Role.LEGAL), proposal, "find-sufficient", Story.opinion());
        return proposal;
    }
}
