package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class PackageResourceTest {
    @Inject
    ReleaseJob release;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static Response form(UUID... proposals) {
        return as(chair())
                .body(Map.of("programme", "EU-833-IV", "title", "November", "proposalIds", Arrays.asList(proposals)))
                .post("/api/v1/packages");
    }

    @Test
    void a_package_holds_ready_proposals_of_its_programme_that_are_in_no_other() {
        UUID ready = Story.ready();
        refused(form(), 422, "empty-package");
        refused(form(Story.inReview()), 409, "not-ready");
        refused(form(UUID.randomUUID()), 404, "not-found");
        refused(form(EntityList.ready()), 404, "not-found");
        refused(form((UUID) null), 400, "malformed-body");
        must(form(ready));
        refused(form(ready), 409, "in-another-package");
        Map<String, Object> body = Map.of("programme", "EU-833-IV", "title", "x", "proposalIds", List.of(ready));
        refused(as(People.voter("FR")).body(body).post("/api/v1/packages"), 403, "not-permitted");
        refused(
                as(People.person("pres-x", "EU-PRES", Role.CHAIR)).body(body).post("/api/v1/packages"),
                403,
                "no-office");
    }

    @Test
    void it_is_seen_by_the_electorate_and_nobody_else() {
        UUID pack = Story.packageOf(Story.ready());
        must(as(People.voter("FR")).get("/api/v1/packages/" + pack));
        refused(as(People.publisher()).get("/api/v1/packages/" + pack), 404, "not-found");
        refused(as(EntityList.chair()).get("/api/v1/packages/" + pack), 404, "not-found");
        refused(
                as(EntityList.chair())
                        .body(Map.of("proposalIds", List.of()))
                        .post("/api/v1/packages/" + pack + "/entries"),
                404,
                "not-found");
    }

    @Test
    void entries_come_and_go_while_it_forms_and_its_hash_follows() {
        UUID one = Story.ready();
        UUID two = Story.ready();
        UUID pack = Story.packageOf(one);
        String before = Story.hash(pack);
        String entries = "/api/v1/packages/" + pack + "/entries";
        must(as(chair()).body(Map.of("proposalIds", List.of(two))).post(entries))
                .then()
                .body("entries", hasSize(2));
        assertNotEquals(before, Story.hash(pack));
        UUID elsewhere = Story.ready();
        Story.packageOf(elsewhere);
        refused(as(chair()).delete(entries + "/" + elsewhere), 422, "unknown-entry");
        must(as(chair()).delete(entries + "/" + one)).then().body("entries.proposalId", contains(two.toString()));
        must(Story.openRound(pack));
        refused(as(chair()).body(Map.of("proposalIds", List.of(one))).post(entries), 409, "not-in-this-status");
        refused(as(chair()).delete(entries + "/" + two), 409, "not-in-this-status");
    }

    @Test
    void the_last_entry_out_dissolves_it() {
        UUID only = Story.ready();
        UUID pack = Story.packageOf(only);
        must(as(chair()).delete("/api/v1/packages/" + pack + "/entries/" + only))
                .then()
                .body("status", equalTo("DISSOLVED"));
        must(form(only));
    }

    @Test
    void nothing_is_escalated_where_no_window_is_open() {
        UUID pack = Story.packageOf(Story.ready());
        Response answer =
                as(People.voter("FR")).body(Map.of("reason", "why")).post("/api/v1/packages/" + pack + "/escalate");
        refused(answer, 409, "not-in-this-status");
    }

    @Test
    void who_is_recused_from_an_entry_that_left_takes_the_last_one_out_and_sees_the_package_no_more() throws Exception {
        UUID first = Story.ready();
        UUID last = Story.ready();
        UUID pack = Story.packageOf(first, last);
        must(as(chair()).delete("/api/v1/packages/" + pack + "/entries/" + first));
        People.appoint("pres-chair-9", "EU-PRES", "EU-833-IV", null, "chair");
        TestTokens recused = People.person("pres-chair-9", "EU-PRES", Role.CHAIR);
        String caseId =
                must(as(chair()).get("/api/v1/proposals/" + first)).jsonPath().getString("caseId");
        must(as(recused).body(Map.of("reason", "kinship")).post("/api/v1/cases/" + caseId + "/recusals"));
        assertEquals(
                204,
                as(recused)
                        .delete("/api/v1/packages/" + pack + "/entries/" + last)
                        .statusCode());
        refused(as(recused).get("/api/v1/packages/" + pack), 404, "not-found");
        must(as(chair()).get("/api/v1/packages/" + pack)).then().body("status", equalTo("DISSOLVED"));
    }

    @Test
    void an_entry_is_listed_by_whoever_lists_the_same_target_and_not_one_like_it() throws Exception {
        Map<String, Object> company = Story.company();
        Ofac.File file = Ofac.file();
        UUID target = id(as(Ofac.analyst()).body(company).post("/api/v1/cases/" + file.caseId() + "/subjects"));
        UUID theirs = Ofac.scheduled(
                Ofac.draft(new Ofac.File(file.caseId(), target, file.one(), file.two()), "ADD", null), "96001");
        Time.releaseOf(theirs);
        release.run();
        UUID another = Story.packageOf(judged(company, "DIFFERENT"));
        listedBy(another).body("entries[0].listedBy", empty());
        listedBy(Story.packageOf(judged(company, "SAME"))).body("entries[0].listedBy", contains("US"));
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update listing set case_id = (select case_id from package_entry where package_id = '"
                    + another + "') where package_id = '" + theirs + "'");
        }
        listedBy(another).body("entries[0].listedBy", contains("US"));
    }

    private static ValidatableResponse listedBy(UUID pack) {
        return must(as(People.voter("FR")).get("/api/v1/packages/" + pack)).then();
    }

    /** Ready, with this finding on the listing that it resembles. */
    private static UUID judged(Map<String, Object> company, String finding) {
        UUID caseId = Story.openCase();
        UUID subject = id(as(People.eeasAnalyst()).body(company).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID proposal = id(as(People.eeasAnalyst())
                .body(Story.text(caseId, subject))
                .post("/api/v1/cases/" + caseId + "/proposals"));
        Story.act(People.eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1));
        List<Map<String, String>> like = must(as(chair()).get("/api/v1/proposals/" + proposal + "/duplicates"))
                .path("items");
        List<Map<String, String>> judgements = like.stream()
                .map(its -> Map.of(
                        "matchId",
                        its.get("matchId"),
                        "judgement",
                        its.get("kind").equals("LISTING") ? finding : "DIFFERENT",
                        "reason",
                        "By the register."))
                .toList();
        Story.act(chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", judgements));
        Story.act(People.comReviewer(), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        Story.act(People.legal(), proposal, "find-sufficient", Story.opinion());
        return proposal;
    }
}
