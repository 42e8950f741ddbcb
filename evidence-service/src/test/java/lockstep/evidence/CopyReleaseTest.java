package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.act;
import static lockstep.evidence.Releasing.approve;
import static lockstep.evidence.Releasing.asked;
import static lockstep.evidence.Releasing.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.release.ExpireReleases;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** A copy that goes out in the place of an exhibit: it was made of that one, and each of both has its entry. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class CopyReleaseTest {
    private static final String APPROVED = "items.findAll { it.type == 'release.approved' }.payload";

    @Inject
    ExpireReleases expire;

    @Test
    void what_went_out_has_it_in_its_own_custody_and_the_original_names_the_copy() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "FR-REP");
        VersionRef whole = Exhibiting.held(caseId, "With names. " + UUID.randomUUID());
        VersionRef copy = Redacting.copyOf(whole, "Without. " + UUID.randomUUID());
        String revoked = letOut(caseId, whole, copy, Map.of());
        history(whole)
                .body(APPROVED + ".outcome", contains("AS_COPY"))
                .body(
                        APPROVED + ".redactedCopy.exhibitId",
                        contains(copy.exhibitId().toString()));
        history(copy)
                .body(APPROVED + ".outcome", contains("GRANTED"), APPROVED + ".to", contains("FR-REP"))
                .body(APPROVED + ".redactedCopy", contains(nullValue()))
                .body(not(containsString(whole.exhibitId().toString())));
        act(officer(), revoked, "revoke", Map.of("reason", "Names were left in"))
                .statusCode(200);
        history(copy).body("items.type", hasItem("release.revoked"));
        history(whole).body("items.type", hasItem("release.revoked"));
        Instant end = Instant.now().plusSeconds(2);
        letOut(caseId, whole, copy, Map.of("until", end.toString()));
        while (Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        expire.run();
        history(copy).body("items.type", hasItem("release.expired"));
        history(whole).body("items.type", hasItem("release.expired"));
        Spilling.frozen(whole);
        Spilling.readers(Spilling.officer(), whole.exhibitId())
                .then()
                .body("items.how", contains("RELEASED", "RELEASED"))
                .body("items.exhibitId", not(hasItem(whole.exhibitId().toString())));
    }

    @Test
    void nothing_but_its_redacted_copy_goes_out_in_the_place_of_a_version() {
        UUID caseId = Listing.caseOf("EU-EEAS", "FR-REP");
        VersionRef whole = Exhibiting.held(caseId, "With names. " + UUID.randomUUID());
        VersionRef other = Exhibiting.held(caseId, "Another one. " + UUID.randomUUID());
        VersionRef ofOther = Redacting.copyOf(other, "Of another one. " + UUID.randomUUID());
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", Releasing.TO_FRANCE, whole);
        for (VersionRef wrong : List.of(whole, other, ofOther)) {
            problem(approve(id, Redacting.instead(whole, wrong), whole), 422, "invalid-input")
                    .body("errors.reason", contains("unknown-copy"));
        }
        history(whole).body(APPROVED + ".findAll { it.outcome != null }", empty());
        officer().get("/api/v1/release-requests/{id}", id).then().body("status", equalTo("REQUESTED"));
    }

    private static String letOut(UUID caseId, VersionRef whole, VersionRef copy, Map<String, Object> under) {
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", Releasing.TO_FRANCE, whole);
        Map<String, Object> conditions = new HashMap<>(Redacting.instead(whole, copy));
        conditions.putAll(under);
        approve(id, conditions, whole).statusCode(200);
        return id;
    }

    private static ValidatableResponse history(VersionRef ref) {
        return People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history?limit=200", ref.exhibitId())
                .then()
                .statusCode(200);
    }
}
