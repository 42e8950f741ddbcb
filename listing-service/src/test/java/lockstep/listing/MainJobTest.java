package lockstep.listing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class MainJobTest {
    @Inject
    ReleaseJob release;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
    }

    @Test
    void a_proposal_goes_from_draft_through_all_stages_to_the_row_that_the_journal_prints() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = Story.packageOf(proposal);
        String hash = Story.hash(pack);

        UUID relex = Story.id(Story.openRound(pack));
        Story.allApprove(relex, hash);
        as(People.chair()).get("/api/v1/rounds/" + relex).then().body("status", equalTo("PASSED"));
        UUID coreper = Story.id(Story.openRound(pack));
        Story.allApprove(coreper, hash);

        UUID record = Story.id(as(People.secretary(1))
                .body(Map.of(
                        "packageHashRead",
                        hash,
                        "body",
                        "Council",
                        "date",
                        LocalDate.now().minusDays(1).toString(),
                        "adopted",
                        true,
                        "instruments",
                        List.of(
                                Map.of("type", "CFSP_DECISION", "number", "(CFSP) 2026/1849"),
                                Map.of("type", "REGULATION", "number", "(EU) 2026/1848"))))
                .post("/api/v1/packages/" + pack + "/records"));
        must(as(People.secretary(2))
                .body(Map.of("packageHashRead", hash))
                .post("/api/v1/records/" + record + "/confirm"));
        as(People.chair()).get("/api/v1/proposals/" + proposal).then().body("status", equalTo("APPROVED"));

        Instant soon = Instant.now().plusMillis(1500);
        must(as(People.publisher())
                .body(Map.of(
                        "packageHashRead", hash,
                        "releaseAt", soon.toString(),
                        "entries",
                                List.of(Map.of("proposalId", proposal, "number", "922", "listedDate", "2026-07-20"))))
                .post("/api/v1/packages/" + pack + "/schedule"));
        while (Instant.now().isBefore(soon)) {
            Thread.sleep(50);
        }
        release.run();
        release.run();

        JsonPath published = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath();
        assertEquals("PUBLISHED", published.getString("status"));
        JsonPath listing = must(as(People.auditor()).get("/api/v1/listings/" + published.getString("listingId")))
                .jsonPath();
        assertEquals("922", listing.getString("outputs[0].parts.number"));
        assertEquals("20.7.2026", listing.getString("outputs[0].parts.dateOfListing"));
        String history = "/api/v1/cases/" + published.getString("caseId") + "/history?limit=200";
        JsonPath audited = must(as(People.auditor()).get(history)).jsonPath();
        List<String> types = audited.getList("items.type");
        assertTrue(
                types.containsAll(List.of(
                        "case.opened",
                        "proposal.submitted",
                        "proposal.endorsed",
                        "round.voted",
                        "package.record-confirmed",
                        "listing.published")),
                types::toString);
        String described = "items.find { it.type == 'subject.described' }.";
        assertEquals(true, audited.get(described + "withheld"));
        assertEquals(Set.of("subjectId"), audited.getMap(described + "payload").keySet());
        assertEquals(
                Set.of("caseId", "originator"),
                audited.getMap("items.find { it.type == 'case.opened' }.payload")
                        .keySet());
        assertEquals("APPROVE", audited.getString("items.find { it.type == 'round.voted' }.payload.choice"));
        JsonPath whole = must(as(People.eeasAnalyst()).get(history)).jsonPath();
        assertEquals(false, whole.get(described + "withheld"));
        assertTrue(whole.getMap(described + "payload").containsKey("text"));
        originIsHidden(published.getString("listingId"));
    }

    private static void originIsHidden(String listingId) {
        JsonPath outside = must(as(People.person("treasury-reader", "US-TREAS", Role.REVIEWER))
                        .get("/api/v1/listings/" + listingId))
                .jsonPath();
        assertEquals("922", outside.getString("number"));
        for (String id : List.of("proposalId", "packageId", "caseId")) {
            assertNull(outside.get(id), id);
        }
        assertEquals(
                List.of(true),
                must(as(People.person("treasury-reader", "US-TREAS", Role.REVIEWER))
                                .get("/api/v1/listings?q=922&programme=EU-833-IV&limit=1"))
                        .jsonPath()
                        .getList("items.collect { it.proposalId == null }"));
    }
}
