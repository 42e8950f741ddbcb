package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OFAC's way: no round before State was consulted (G14), then the Director signs alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ConsultationResourceTest {
    private static final TestTokens CHAIR = Ofac.chair();

    @BeforeEach
    void appoint() throws SQLException {
        People.appoint();
    }

    @Test
    void nothing_is_decided_before_the_consultation_is_recorded() {
        UUID proposal = ready();
        UUID pack = Ofac.packageOf(proposal);
        must(as(CHAIR).get("/api/v1/packages/" + pack))
                .then()
                .body("allowedActions.find { it.action == 'open-round' }.reason", equalTo("consultation-missing"));
        must(as(CHAIR).get("/api/v1/inbox"))
                .then()
                .body("items.findAll { it.kind == 'consult' }.proposalId", hasItem(proposal.toString()));
        refused(Ofac.open(pack), 409, "consultation-missing")
                .body("errors[0].pointer", equalTo("/entries/" + proposal))
                .body("errors[0].reason", equalTo("consultation-missing"));

        must(Ofac.consult(CHAIR, proposal, "US-STATE", LocalDate.now().minusDays(1)))
                .then()
                .body("consultations.said.agency", contains("US-STATE"))
                .body("consultations[0].live", equalTo(true))
                .body("status", equalTo("READY"));
        UUID round = id(Ofac.open(pack));
        must(Ofac.sign(round, pack));
        must(as(CHAIR).get("/api/v1/packages/" + pack)).then().body("status", equalTo("ADOPTED"));
    }

    @Test
    void a_consultation_is_with_the_other_authority_in_the_past_and_recorded_by_the_chair() {
        UUID proposal = ready();
        LocalDate today = LocalDate.now().minusDays(1);
        refused(Ofac.consult(us("ofac-analyst", Role.ANALYST), proposal, "US-STATE", today), 403, "not-permitted");
        refused(Ofac.consult(us("ofac-other", Role.CHAIR), proposal, "US-STATE", today), 403, "no-office");
        refused(Ofac.consult(CHAIR, proposal, "US-OFAC", today), 422, "no-consultation-asked");
        refused(Ofac.consult(CHAIR, proposal, "US-STATE", today.plusDays(9)), 422, "not-yet");
        refused(Ofac.consult(CHAIR, proposal, "US-STATE", today, " "), 422, "invalid-input")
                .body("errors.pointer", contains("/person"));
        must(as(CHAIR).get("/api/v1/proposals/" + proposal))
                .then()
                .body("allowedActions.action", hasItem("consult"))
                .body("consultations", equalTo(List.of()));
    }

    @Test
    void where_no_law_asks_for_one_there_is_none() {
        UUID proposal = Story.inReview();
        refused(
                Ofac.consult(
                        People.chair(), proposal, "US-STATE", LocalDate.now().minusDays(1)),
                422,
                "no-consultation-asked");
    }

    private static UUID ready() {
        UUID proposal = Ofac.draft(Ofac.file(), "ADD", null);
        Ofac.toReady(proposal);
        return proposal;
    }
}
