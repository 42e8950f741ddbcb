package lockstep.listing.publication;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listing is amended by one that takes its place, and ends with a removal; nothing is about one that has ended. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class LifecycleResourceTest {
    @Inject
    ReleaseJob release;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private UUID published(UUID proposal, String number) throws Exception {
        Time.releaseOf(Ofac.scheduled(proposal, number));
        release.run();
        return UUID.fromString(must(as(Ofac.analyst()).get("/api/v1/proposals/" + proposal))
                .then()
                .body("status", equalTo("PUBLISHED"))
                .extract()
                .path("listingId"));
    }

    private static ValidatableResponse listing(UUID id) {
        return must(as(Ofac.analyst()).get("/api/v1/listings/" + id)).then();
    }

    @Test
    void an_amendment_takes_the_place_of_a_listing_and_a_removal_ends_it() throws Exception {
        Ofac.File file = Ofac.file();
        UUID first = published(Ofac.draft(file, "ADD", null), "99001");
        listing(first)
                .body("status", equalTo("ACTIVE"))
                .body("endedAt", nullValue())
                .body("amends", nullValue());

        UUID second = published(Ofac.draft(file, "AMEND", first), "99001");
        listing(first)
                .body("status", equalTo("SUPERSEDED"))
                .body("succeededBy", equalTo(second.toString()))
                .body("endedAt", notNullValue());
        listing(second).body("status", equalTo("ACTIVE")).body("amends", equalTo(first.toString()));

        UUID removal = Ofac.draft(file, "REMOVE", second);
        published(removal, "99001");
        listing(second).body("status", equalTo("REMOVED")).body("succeededBy", nullValue());
        for (UUID either : List.of(first, second)) {
            listing(either)
                    .body("acts.kind", contains("ADD", "AMEND", "REMOVE"))
                    .body("acts.listingId", contains(first.toString(), second.toString(), second.toString()))
                    .body("acts.citation", everyItem(equalTo("91 FR 99001")))
                    .body("acts.packageId", everyItem(notNullValue()));
        }
        must(as(People.eeasAnalyst()).get("/api/v1/listings/" + first))
                .then()
                .body("acts.kind", contains("ADD", "AMEND", "REMOVE"))
                .body("acts.packageId", everyItem(nullValue()))
                .body("acts.proposalId", everyItem(nullValue()));
        must(as(Ofac.analyst()).get("/api/v1/cases/" + file.caseId()))
                .then()
                .body("alignment.find { it.jurisdiction == 'US' }.state", equalTo("DELISTED"));

        refused(Ofac.submit(Ofac.draft(file, "REMOVE", second)), 409, "incomplete")
                .body("errors[0].reason", equalTo("listing-does-not-stand"));
    }

    @Test
    void what_was_drafted_on_a_listing_that_was_amended_since_is_about_the_one_in_its_place() throws Exception {
        Ofac.File file = Ofac.file();
        UUID first = published(Ofac.draft(file, "ADD", null), "99002");
        UUID removal = Ofac.draft(file, "REMOVE", first);
        UUID pack = Ofac.scheduled(removal, "99002");
        UUID second = published(Ofac.draft(file, "AMEND", first), "99002");
        Time.releaseOf(pack);
        release.run();
        listing(second).body("status", equalTo("REMOVED"));
    }

    @Test
    void a_package_about_a_listing_that_has_ended_is_kept_back_and_says_why() throws Exception {
        Ofac.File file = Ofac.file();
        UUID first = published(Ofac.draft(file, "ADD", null), "99003");
        UUID pack = Ofac.scheduled(Ofac.draft(file, "AMEND", first), "99003");
        published(Ofac.draft(file, "REMOVE", first), "99003");
        Time.releaseOf(pack);
        release.run();
        must(as(Ofac.publisher()).get("/api/v1/packages/" + pack))
                .then()
                .body("status", equalTo("SCHEDULED"))
                .body("release.overdue", equalTo("target-ended"));
    }

    @Test
    void only_an_addition_names_no_listing() {
        Ofac.File file = Ofac.file();
        refused(Ofac.submit(Ofac.draft(file, "REMOVE", null)), 409, "incomplete")
                .body("errors[0].reason", equalTo("listing-missing"));
        refused(Ofac.submit(Ofac.draft(file, "AMEND", UUID.randomUUID())), 409, "incomplete")
                .body("errors[0].pointer", equalTo("/listingId"));
    }

    @Test
    void what_is_proposed_about_a_listing_is_of_its_subject() throws Exception {
        Ofac.File file = Ofac.file();
        UUID first = published(Ofac.draft(file, "ADD", null), "99004");
        Ofac.File other = Ofac.file();
        for (String kind : List.of("REMOVE", "AMEND")) {
            refused(drafted(other, kind, first), 422, "listing-of-another-subject");
        }
        UUID unnamed = Ofac.draft(other, "REMOVE", null);
        String read = as(Ofac.analyst()).get("/api/v1/proposals/" + unnamed).header("ETag");
        refused(
                as(Ofac.analyst())
                        .header("If-Match", read)
                        .body(Ofac.text(other, "REMOVE", first))
                        .put("/api/v1/proposals/" + unnamed),
                422,
                "listing-of-another-subject");
        SQLException kept = assertThrows(
                SQLException.class, () -> superuser("update proposal set listing_id = ? where id = ?", first, unnamed));
        assertTrue(kept.getMessage().contains("of another subject"), kept.getMessage());
        superuser(
                "set session_replication_role = replica; update proposal set listing_id = ? where id = ?",
                first,
                unnamed);
        superuser(
                "update revision set text = text || jsonb_build_object('listingId', cast(? as uuid)) where proposal_id = ?",
                first,
                unnamed);
        refused(Ofac.submit(unnamed), 422, "listing-of-another-subject");
        kept = assertThrows(
                SQLException.class, () -> superuser("update listing set ended_by = ? where id = ?", unnamed, first));
        assertTrue(kept.getMessage().contains("of another subject"), kept.getMessage());

        UUID second = published(Ofac.draft(file, "AMEND", first), "99004");
        published(Ofac.draft(file, "REMOVE", second), "99004");
        listing(second).body("status", equalTo("REMOVED"));
    }

    private static Response drafted(Ofac.File file, String kind, UUID listing) {
        return as(Ofac.analyst())
                .body(Ofac.text(file, kind, listing))
                .post("/api/v1/cases/" + file.caseId() + "/proposals");
    }

    private static void superuser(String update, UUID... values) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(update)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    @Test
    void of_two_proposals_of_a_kind_about_a_listing_one_goes_ahead() throws Exception {
        Ofac.File file = Ofac.file();
        UUID listed = published(Ofac.draft(file, "ADD", null), "99005");
        UUID one = Ofac.draft(file, "REMOVE", listed);
        UUID draft = Ofac.draft(file, "REMOVE", listed);
        must(Ofac.submit(one));
        accepted(one);
        must(Ofac.submit(draft));
        must(as(Ofac.chair()).get("/api/v1/proposals/" + draft + "/duplicates"))
                .then()
                .body("items.matchId", contains(one.toString()))
                .body("items.sameListing", contains(true));
        refused(accept(draft), 409, "duplicate-of-open-proposal");
        Story.act(
                Ofac.chair(),
                one,
                "return",
                Map.of("revisionRead", 1, "code", "OTHER", "text", "The other one goes ahead."));
        accepted(draft);
        UUID amendment = Ofac.draft(file, "AMEND", listed);
        must(Ofac.submit(amendment));
        must(as(Ofac.chair()).get("/api/v1/proposals/" + amendment + "/duplicates"))
                .then()
                .body("items.sameListing", everyItem(equalTo(false)));
        accepted(amendment);
    }

    private static void accepted(UUID proposal) {
        must(accept(proposal));
    }

    /** Whatever resembles it is judged another. */
    private static Response accept(UUID proposal) {
        List<Map<String, Object>> judgements = must(
                        as(Ofac.chair()).get("/api/v1/proposals/" + proposal + "/duplicates"))
                .jsonPath()
                .getList("items.matchId", String.class)
                .stream()
                .map(match -> Map.<String, Object>of(
                        "matchId", match, "judgement", "DIFFERENT", "reason", "Another company."))
                .toList();
        return as(Ofac.chair())
                .body(Map.of("revisionRead", 1, "judgements", judgements))
                .post("/api/v1/proposals/" + proposal + "/accept");
    }
}
