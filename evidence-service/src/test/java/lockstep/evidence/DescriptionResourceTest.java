package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What is said of exhibits: proposed from the case and the agency, and said anew of many in one go. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class DescriptionResourceTest {
    private static final String OF_MANY = "/api/v1/exhibits/descriptions";
    private static final String DEFAULTS = "/api/v1/cases/{c}/description-defaults";

    @Test
    void a_selection_is_described_anew_by_new_versions_of_the_same_bytes_under_the_same_marking() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef one = Exhibiting.held(caseId, "one of two", "marking", TO_COUNCIL);
        VersionRef two = Exhibiting.held(caseId, "two of two");
        change(
                        People.eeasAnalyst(),
                        item(one, "sourceType", "CUSTOMS", "languages", List.of("fr", "en"), "sourceUrl", ""),
                        item(two, "title", "Bill of lading", "credibility", 4))
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 2))
                .body("items.changed", everyItem(equalTo(true)))
                .body("items.reason", everyItem(nullValue()));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", one.exhibitId())
                .then()
                .body("versions", hasSize(2))
                .body("versions.sha256.unique()", hasSize(1))
                .body("versions.state", everyItem(equalTo("HELD")))
                .body("versions[0].sourceType", equalTo("CORPORATE_REGISTRY"))
                .body("versions[1].sourceType", equalTo("CUSTOMS"), "versions[1].sourceUrl", nullValue())
                .body("versions[1].languages", contains("fr", "en"), "versions[1].title", equalTo("Registry extract"))
                .body("versions[1].marking.level", equalTo("EU:LIMITE"))
                .body("versions[1].marking.relTo", contains("EU-COUNCIL"))
                .body("versions[1].reason", equalTo("As the cover sheet says"));
        assertEquals(
                "two of two",
                People.eeasAnalyst()
                        .get("/api/v1/exhibits/{id}/versions/2/content", two.exhibitId())
                        .asString());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", two.exhibitId())
                .then()
                .body("items.type", hasItems("exhibit.described-anew"));
    }

    @Test
    void personal_data_that_the_marking_takes_across_is_not_said_afterwards() {
        Map<String, Object> across = Map.of("level", "EU:LIMITE", "relTo", List.of("US"));
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS"), "across", "marking", across);
        change(People.eeasAnalyst(), item(held, "personalData", "PERSONAL"))
                .then()
                .body("items.reason", contains("personal-data-crosses"), "items.version", contains(nullValue()));
        change(People.eeasAnalyst(), item(held, "title", "Other")).then().body("items.changed", contains(true));
    }

    @Test
    void what_is_said_already_makes_no_version_and_a_stale_view_changes_nothing() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "said once");
        change(People.eeasAnalyst(), item(held, "credibility", 2))
                .then()
                .body("items.version", contains(1), "items.changed", contains(false));
        change(People.eeasAnalyst(), item(held, "credibility", 3)).then().body("items.version", contains(2));
        change(People.eeasAnalyst(), item(held, "credibility", 5))
                .then()
                .statusCode(200)
                .body("items.reason", contains("described-meanwhile"), "items.version", contains(nullValue()));
        // What was in view and is not to be changed is no matter of a newer version.
        change(People.eeasAnalyst(), item(held, "credibility", 2))
                .then()
                .body("items.reason", contains(nullValue()), "items.changed", contains(false));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", held.exhibitId())
                .then()
                .body("versions.credibility", contains(2, 3));
    }

    @Test
    void each_is_done_or_refused_by_itself_and_the_hidden_is_not_there() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef open = Exhibiting.held(caseId, "open to the other", "marking", TO_COUNCIL);
        VersionRef own = Exhibiting.held(caseId, "hidden from the other");
        UUID theirs = Exhibiting.registered(People.comAnalyst(), caseId);
        Exhibiting.filled(People.comAnalyst(), theirs, 1, "their own");
        UUID empty = Exhibiting.registered(People.comAnalyst(), caseId);
        change(
                        People.comAnalyst(),
                        item(open, "title", "Other"),
                        item(own, "title", "Other"),
                        item(new VersionRef(theirs, 1), "title", "Other"),
                        item(new VersionRef(empty, 1), "title", "Other"),
                        item(new VersionRef(UUID.randomUUID(), 1), "title", "Other"))
                .then()
                .statusCode(200)
                .body("items.reason", contains("not-permitted", "not-found", null, "awaiting-content", "not-found"))
                .body("items[2].version", equalTo(2));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", open.exhibitId())
                .then()
                .body("items.findAll { it.type == 'exhibit.described-anew' }.outcome", contains("REFUSED"));
        problem(
                change(
                        People.as(TestTokens.person("eeas-reviewer", "EU-EEAS", Role.REVIEWER)),
                        item(own, "title", "Other")),
                403,
                "not-permitted");
    }

    @Test
    void what_is_wrong_is_said_of_each_field_and_nothing_is_done_then() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef right = Exhibiting.held(caseId, "right");
        VersionRef wrong = Exhibiting.held(caseId, "wrong");
        problem(
                        change(
                                People.eeasAnalyst(),
                                item(right, "title", "Right"),
                                item(wrong, "credibility", 7, "sourceUrl", "ftp://x", "collectedAt", "yesterday")),
                        422,
                        "invalid-input")
                .body("errors.pointer", contains("/items/1/sourceUrl", "/items/1/collectedAt", "/items/1/credibility"));
        problem(change(People.eeasAnalyst(), item(right), item(right)), 422, "invalid-input");
        problem(change(People.eeasAnalyst(), new HashMap<>()), 422, "invalid-input");
        problem(People.eeasAnalyst().contentType(ContentType.JSON).post(OF_MANY), 400, "malformed-body");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", right.exhibitId())
                .then()
                .body("versions", hasSize(1));
    }

    @Test
    void sent_twice_under_one_key_it_is_said_once() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "under a key");
        String key = UUID.randomUUID().toString();
        for (int n = 0; n < 2; n++) {
            change(People.eeasAnalyst().header("Idempotency-Key", key), item(held, "title", "Once"))
                    .then()
                    .statusCode(200)
                    .body("items.version", contains(2), "items.changed", contains(true));
        }
    }

    @Test
    void the_files_of_a_batch_are_listed_with_what_is_said_of_them() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        Uploading eeas = Uploading.eeasAnalyst();
        UUID batch = eeas.batch(caseId);
        UUID first = eeas.brought(batch, "a.txt", "first".getBytes(StandardCharsets.UTF_8));
        UUID second = eeas.brought(batch, "b.txt", "second".getBytes(StandardCharsets.UTF_8));
        change(People.eeasAnalyst(), item(new VersionRef(first, 1), "title", "Described"))
                .then()
                .statusCode(200);
        String next = People.eeasAnalyst()
                .get("/api/v1/batches/{id}/exhibits?limit=1", batch)
                .then()
                .statusCode(200)
                .body("items.exhibitId", contains(first.toString()), "items.path", contains("a.txt"))
                .body("items[0].latest.title", equalTo("Described"), "items[0].latest.version", equalTo(2))
                .body("items[0].describe.allowed", equalTo(true))
                .extract()
                .path("next");
        People.eeasAnalyst()
                .queryParam("cursor", next)
                .get("/api/v1/batches/{id}/exhibits", batch)
                .then()
                .body("items.exhibitId", contains(second.toString()), "next", nullValue());
        problem(People.comAnalyst().get("/api/v1/batches/{id}/exhibits", batch), 404, "not-found");
    }

    @Test
    void a_form_begins_with_what_the_agency_said_last_in_the_case() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        People.eeasAnalyst()
                .get(DEFAULTS, caseId)
                .then()
                .statusCode(200)
                .body("from", equalTo("AGENCY"), "languages", contains("en"), "sourceType", nullValue());
        Exhibiting.held(caseId, "earlier", "marking", TO_COUNCIL);
        Exhibiting.held(caseId, "later", "sourceType", "CUSTOMS", "languages", List.of("de"), "marking", TO_COUNCIL);
        People.eeasAnalyst()
                .get(DEFAULTS, caseId)
                .then()
                .body("from", equalTo("CASE"), "sourceType", equalTo("CUSTOMS"), "languages", contains("de"))
                .body("reliability", equalTo("B"), "marking", nullValue());
        // That it holds no personal data is said of each exhibit anew.
        Exhibiting.held(caseId, "harmless", "marking", TO_COUNCIL, "personalData", "NONE");
        People.eeasAnalyst().get(DEFAULTS, caseId).then().body("personalData", nullValue());
        Exhibiting.held(caseId, "of a person", "marking", TO_COUNCIL, "personalData", "PERSONAL");
        People.eeasAnalyst().get(DEFAULTS, caseId).then().body("personalData", equalTo("PERSONAL"));
        // Another agency's words are no proposal, though it may read them.
        People.comAnalyst().get(DEFAULTS, caseId).then().body("from", equalTo("AGENCY"));
        problem(People.bisAnalyst().get(DEFAULTS, caseId), 404, "not-found");
        problem(People.frenchVoter().get(DEFAULTS, caseId), 403, "not-permitted");
    }

    private static Map<String, Object> item(VersionRef of, Object... changes) {
        Map<String, Object> item = new HashMap<>(Map.of("exhibitId", of.exhibitId(), "versionRead", of.version()));
        for (int n = 0; n < changes.length; n += 2) {
            item.put((String) changes[n], changes[n + 1]);
        }
        return item;
    }

    private static Response change(RequestSpecification by, Map<?, ?>... items) {
        return by.contentType(ContentType.JSON)
                .body(Map.of("reason", "As the cover sheet says", "items", List.of(items)))
                .post(OF_MANY);
    }
}
