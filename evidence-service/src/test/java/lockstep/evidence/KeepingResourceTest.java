package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.custody.VerifyJob;
import lockstep.evidence.retention.RemoveBytes;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Exhibits are kept as long as a programme, a hold or a text that rests on them wants it, and then disposed of by two. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class KeepingResourceTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";
    private static final Map<String, String> WHY = Map.of("reason", "It is no longer needed.");

    @Inject
    RemoveBytes remove;

    @Inject
    VerifyJob scrub;

    @Inject
    StorageSettings storage;

    private static RequestSpecification level2(String account, String agency, Role role) {
        return People.as(TestTokens.person(account, agency, role).level2());
    }

    private static RequestSpecification officer() {
        return level2("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER);
    }

    private static RequestSpecification registrar() {
        return level2("eeas-registrar", "EU-EEAS", Role.REGISTRAR);
    }

    private static RequestSpecification comLegal() {
        return level2("com-legal", "EU-COM", Role.LEGAL);
    }

    private static VersionRef held(String content) {
        return Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), content, "marking", Exhibiting.TO_COUNCIL);
    }

    private static VersionRef held() {
        return held("Kept. " + UUID.randomUUID());
    }

    private static ValidatableResponse keeping(RequestSpecification by, VersionRef ref) {
        return by.get("/api/v1/exhibits/{id}/keeping", ref.exhibitId()).then().statusCode(200);
    }

    private static Response post(RequestSpecification by, VersionRef ref, String verb, Map<String, String> body) {
        return by.contentType(ContentType.JSON).body(body).post("/api/v1/exhibits/" + ref.exhibitId() + "/" + verb);
    }

    private static Response propose(RequestSpecification by, VersionRef ref) {
        return post(by, ref, "disposal", WHY);
    }

    private static Response confirm(RequestSpecification by, VersionRef ref) {
        return by.post("/api/v1/exhibits/{id}/disposal/confirm", ref.exhibitId());
    }

    private static void disposedOf(VersionRef ref) {
        propose(officer(), ref).then().statusCode(200).body("disposal.state", equalTo("PROPOSED"));
        confirm(registrar(), ref).then().statusCode(200).body("disposal.state", equalTo("DONE"));
    }

    private static Response open(VersionRef ref) {
        return People.eeasAnalyst().get(CONTENT, ref.exhibitId());
    }

    private static long keys(VersionRef ref) throws Exception {
        return Databases.number(
                "select count(b.wrapped_key) from exhibit_version v join blob b on b.id = v.blob_id where v.exhibit_id = ?",
                ref.exhibitId());
    }

    private static long journalled(String type, VersionRef ref) throws Exception {
        return Databases.number(
                "select count(*) from journal where outcome = 'DONE' and type = ? and aggregate_id = ?",
                type,
                ref.exhibitId());
    }

    private boolean lies(UUID blob) throws Exception {
        try (Stream<Path> all = Files.walk(storage.blobsDir())) {
            return all.anyMatch(file -> file.getFileName().toString().equals(blob.toString()));
        }
    }

    private static UUID blobOf(VersionRef ref) throws Exception {
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select blob_id from exhibit_version where exhibit_id = '" + ref.exhibitId() + "'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    @Test
    void two_persons_of_the_originator_dispose_and_what_remains_is_the_record() throws Exception {
        VersionRef ref = held();
        UUID blob = blobOf(ref);
        String sha256 = People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .path("versions[0].sha256");
        problem(confirm(registrar(), ref), 409, "no-disposal-proposed");
        propose(officer(), ref)
                .then()
                .statusCode(200)
                .body(
                        "disposal.proposedBy", equalTo("eeas-officer"),
                        "allowedActions.find { it.action == 'confirm-disposal' }.reason", equalTo("four-eyes"));
        problem(propose(registrar(), ref), 409, "disposal-proposed");
        problem(confirm(officer(), ref), 409, "four-eyes");
        open(ref).then().statusCode(200);
        String id = ref.exhibitId().toString();
        registrar()
                .get("/api/v1/inbox")
                .then()
                .body("items.find { it.exhibitId == '" + id + "' }.kind", equalTo("disposal-confirm"));
        officer().get("/api/v1/inbox").then().body("items.exhibitId", not(hasItem(id)));
        confirm(registrar(), ref).then().statusCode(200);
        registrar().get("/api/v1/inbox").then().body("items.exhibitId", not(hasItem(id)));
        problem(open(ref), 409, "disposed");
        assertEquals(0, keys(ref));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "versions[0].state", equalTo("DISPOSED"),
                        "versions[0].sha256", equalTo(sha256),
                        "title", equalTo("Registry extract"));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items.type", hasItems("exhibit.held", "exhibit.disposal-proposed", "exhibit.disposed"));
        assertTrue(lies(blob));
        remove.run();
        assertFalse(lies(blob));
        remove.run();
        scrub.run();
        assertEquals(0, journalled("exhibit.damaged", ref));
        problem(propose(officer(), ref), 409, "disposed");
        problem(post(officer(), ref, "holds", WHY), 409, "disposed");
    }

    @Test
    void bytes_that_another_exhibit_of_the_owner_holds_stay_until_that_is_disposed_of_too() throws Exception {
        String content = "Shared. " + UUID.randomUUID();
        VersionRef one = held(content);
        VersionRef other = held(content);
        assertEquals(blobOf(one), blobOf(other));
        disposedOf(one);
        problem(open(one), 409, "disposed");
        open(other).then().statusCode(200);
        disposedOf(other);
        assertEquals(0, keys(other));
        VersionRef again = held(content);
        open(again).then().statusCode(200).body(equalTo(content));
        assertEquals(1, keys(again));
    }

    @Test
    void no_copy_of_a_disposed_key_is_left_with_an_upload() throws Exception {
        Uploading sender = Uploading.eeasAnalyst();
        UUID batch = sender.batch(Listing.caseOf("EU-EEAS"));
        UUID exhibit = sender.brought(batch, "sent.txt", ("Sent. " + UUID.randomUUID()).getBytes());
        VersionRef ref = new VersionRef(exhibit, 1);
        disposedOf(ref);
        assertEquals(0, keys(ref));
        assertEquals(
                0,
                Databases.number(
                        "select count(*) from upload where exhibit_id = ? and wrapped_key is not null", exhibit));
    }

    @Test
    void each_hold_stands_until_somebody_of_the_agency_that_set_it_lifts_it() throws Exception {
        VersionRef ref = held();
        propose(officer(), ref).then().statusCode(200);
        post(officer(), ref, "holds", Map.of("reason", "Case T-1/26 is pending."))
                .then()
                .statusCode(200);
        String theirs = post(comLegal(), ref, "holds", Map.of("reason", "An inquiry runs."))
                .then()
                .statusCode(200)
                .body("holds", hasSize(2), "holds[1].mayLift", equalTo(true), "holds[0].mayLift", equalTo(false))
                .extract()
                .path("holds[1].hold.id");
        keeping(registrar(), ref)
                .body(
                        "holds[0].hold.reason", equalTo("Case T-1/26 is pending."),
                        "holds[0].hold.agency", equalTo("EU-EEAS"),
                        "holds[0].hold.account", equalTo("eeas-officer"),
                        "allowedActions.find { it.action == 'confirm-disposal' }.reason", equalTo("on-legal-hold"));
        problem(confirm(registrar(), ref), 409, "on-legal-hold");
        String ours = keeping(registrar(), ref).extract().path("holds[0].hold.id");
        post(registrar(), ref, "holds/" + ours + "/lift", WHY).then().statusCode(200);
        problem(post(registrar(), ref, "holds/" + ours + "/lift", WHY), 409, "hold-lifted");
        problem(confirm(registrar(), ref), 409, "on-legal-hold");
        problem(post(officer(), ref, "holds/" + theirs + "/lift", WHY), 403, "not-our-hold");
        problem(post(officer(), held(), "holds/" + theirs + "/lift", WHY), 404, "not-found");
        post(comLegal(), ref, "holds/" + theirs + "/lift", WHY).then().statusCode(200);
        assertEquals(2, journalled("exhibit.hold-set", ref));
        assertEquals(2, journalled("exhibit.hold-lifted", ref));
        confirm(registrar(), ref).then().statusCode(200);
    }

    @Test
    void what_a_programme_retains_is_kept_and_a_shorter_term_takes_nothing_back() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef ref = Exhibiting.held(caseId, "Retained. " + UUID.randomUUID(), "marking", Exhibiting.TO_COUNCIL);
        UUID proposal = UUID.randomUUID();
        Listing.parties("P10Y", proposal, caseId, List.of("DE-REP"), ref);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        String year = String.valueOf(Instant.now().plus(3652, ChronoUnit.DAYS)).substring(0, 4);
        keeping(officer(), ref)
                .body(
                        "retainUntil", containsString(year),
                        "allowedActions.find { it.action == 'propose-disposal' }.reason", equalTo("retained"));
        keeping(People.comAnalyst(), ref).body("retainUntil", nullValue());
        Listing.parties("P1D", proposal, caseId, List.of("DE-REP"), ref);
        Listing.parties("P1D", proposal, caseId, List.of("DE-REP"));
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        keeping(officer(), ref).body("retainUntil", containsString(year));
        problem(propose(officer(), ref), 409, "retained");
    }

    @Test
    void what_rests_on_it_is_asked_of_listing_service_each_time() throws Exception {
        VersionRef ref = held();
        Listing.rests(ref.exhibitId(), true, null);
        problem(propose(officer(), ref), 409, "relied-on");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .statusCode(200)
                .body("items.outcome", not(hasItem("REFUSED")));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body("items.outcome", hasItem("REFUSED"));
        Listing.rests(ref.exhibitId(), false, Instant.now().plusSeconds(3600));
        problem(propose(officer(), ref), 409, "retained");
        Listing.rests(ref.exhibitId(), false, Instant.now().minusSeconds(3600));
        propose(officer(), ref).then().statusCode(200);
        Listing.rests(ref.exhibitId(), true, null);
        problem(confirm(registrar(), ref), 409, "relied-on");
        post(officer(), ref, "disposal/drop", Map.of())
                .then()
                .statusCode(200)
                .body("disposal.state", equalTo("DROPPED"));
        problem(post(officer(), ref, "disposal/drop", Map.of()), 409, "no-disposal-proposed");
        Listing.rests(ref.exhibitId(), false, null);
        disposedOf(ref);
    }

    @Test
    void a_hold_that_is_set_while_another_person_confirms_is_not_overtaken() throws Exception {
        for (int n = 0; n < 5; n++) {
            VersionRef ref = held();
            propose(officer(), ref).then().statusCode(200);
            List<Integer> answers = new CopyOnWriteArrayList<>();
            Thread holding = Thread.startVirtualThread(
                    () -> answers.add(post(comLegal(), ref, "holds", WHY).statusCode()));
            Thread confirming = Thread.startVirtualThread(
                    () -> answers.add(confirm(registrar(), ref).statusCode()));
            holding.join();
            confirming.join();
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        }
    }

    @Test
    void who_may_do_what() throws Exception {
        VersionRef ref = held();
        problem(propose(comLegal(), ref), 403, "not-permitted");
        problem(propose(level2("com-officer", "EU-COM", Role.RELEASE_OFFICER), ref), 403, "not-disposing");
        problem(propose(level2("bis-officer", "US-BIS", Role.RELEASE_OFFICER), ref), 404, "not-found");
        problem(post(People.eeasAnalyst(), ref, "holds", WHY), 403, "not-permitted");
        RequestSpecification weak = People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER));
        problem(propose(weak, ref), 401, "stronger-login-needed");
        problem(post(officer(), ref, "holds", Map.of()), 422, "invalid-input");
        keeping(People.comAnalyst(), ref)
                .body(
                        "retainUntil", nullValue(),
                        "allowedActions.action", equalTo(List.of("set-hold")),
                        "allowedActions[0].reason", equalTo("not-holding"));
        keeping(officer(), ref)
                .body("allowedActions.find { it.action == 'propose-disposal' }.allowed", equalTo(true))
                .body("disposal", nullValue())
                .body("holds", notNullValue());
    }

    @Test
    void the_service_itself_can_not_shorten_a_retention_or_destroy_a_key_that_nobody_disposed_of() throws Exception {
        VersionRef ref = held();
        for (String attempt : List.of(
                "update retention set until = now()",
                "delete from retention",
                "delete from legal_hold",
                "update legal_hold set set_agency = 'x'",
                "delete from disposal",
                "select retain('" + ref.exhibitId() + "', 'x', now())",
                "select destroy_keys('" + ref.exhibitId() + "')",
                "update blob set wrapped_key = null")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
    }
}
