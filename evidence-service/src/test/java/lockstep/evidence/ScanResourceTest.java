package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.custody.ScanJob;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a real scanner finds in content, and what is opened then. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
@WithTestResource(ClamdResource.class)
class ScanResourceTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";

    @Inject
    ScanJob job;

    private static RequestSpecification officer(String account, Role role) {
        return People.as(TestTokens.person(account, "EU-EEAS", role)
                .clearance(Clearance.RESTRICTED)
                .level2());
    }

    private static ValidatableResponse view(UUID exhibit) {
        return People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).then().statusCode(200);
    }

    private static Response open(UUID exhibit) {
        return People.eeasAnalyst().get(CONTENT, exhibit);
    }

    private static Response propose(RequestSpecification by, UUID exhibit) {
        return by.contentType(ContentType.JSON)
                .body(Map.of("reason", "A disk image; looked at by the laboratory."))
                .post("/api/v1/exhibits/{id}/versions/1/scan-override", exhibit);
    }

    private static Response confirm(RequestSpecification by, UUID exhibit) {
        return by.post("/api/v1/exhibits/{id}/versions/1/scan-override/confirm", exhibit);
    }

    private static long journalled(String type, UUID exhibit) throws Exception {
        return Databases.number("select count(*) from journal where outcome = 'DONE' and type = '" + type
                + "' and aggregate_id = '" + exhibit + "'");
    }

    /** How many versions with the bytes of this exhibit are still to be scanned; what other tests froze waits on. */
    private static long waiting(UUID exhibit) throws Exception {
        return Databases.number("select count(*) from scan_again where blob_id in (select blob_id from exhibit_version"
                + " where exhibit_id = '" + exhibit + "')");
    }

    @Test
    void content_is_opened_once_it_is_found_clean() throws Exception {
        UUID exhibit =
                Exhibiting.held(Listing.caseOf("EU-EEAS"), "A harmless letter.").exhibitId();
        view(exhibit)
                .body("versions[0].scan.state", equalTo("NOT_SCANNED"), "versions[0].scan.reason", equalTo("PENDING"))
                .body("allowedActions.find { it.action == 'open-content' }.reason", equalTo("not-scanned-yet"));
        problem(open(exhibit), 409, "not-scanned-yet");
        job.run();
        view(exhibit)
                .body("versions[0].scan.state", equalTo("CLEAN"), "versions[0].scan.engine", containsString("ClamAV"));
        open(exhibit).then().statusCode(200);
        assertEquals(1, journalled("exhibit.scanned", exhibit));
        job.run();
        assertEquals(1, journalled("exhibit.scanned", exhibit));
    }

    @Test
    void bytes_that_were_scanned_before_are_scanned_for_the_new_exhibit_too_and_tell_of_no_earlier_one()
            throws Exception {
        String content = "Twice and harmless. " + UUID.randomUUID();
        UUID before = Exhibiting.held(Listing.caseOf("EU-EEAS"), content).exhibitId();
        job.run();
        String since = view(before).extract().path("versions[0].scan.at");
        UUID anew = Exhibiting.held(Listing.caseOf("EU-EEAS"), content).exhibitId();
        assertEquals(0, journalled("exhibit.scanned", anew));
        view(anew).body("versions[0].scan.state", equalTo("CLEAN"), "versions[0].scan.at", nullValue());
        job.run();
        assertEquals(1, journalled("exhibit.scanned", anew));
        assertEquals(
                0,
                Databases.number("select count(*) from journal j join exhibit x on x.id = j.aggregate_id"
                        + " where j.type = 'exhibit.scanned' and j.occurred_at < x.created_at and x.id = '" + anew
                        + "'"));
        assertEquals(1, journalled("exhibit.scanned", before));
        view(before).body("versions[0].scan.at", equalTo(since));
        job.run();
        assertEquals(1, journalled("exhibit.scanned", anew));
        assertEquals(0, waiting(anew));
    }

    @Test
    void of_the_same_bytes_brought_twice_before_any_scan_each_exhibit_has_its_own_entry() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        String content = "Twice the same " + UUID.randomUUID();
        for (UUID exhibit : List.of(
                Exhibiting.held(caseId, content).exhibitId(),
                Exhibiting.held(caseId, content).exhibitId())) {
            job.run();
            view(exhibit).body("versions[0].scan.state", equalTo("CLEAN"));
            assertEquals(1, journalled("exhibit.scanned", exhibit));
        }
    }

    @Test
    void the_same_bytes_in_thousands_of_exhibits_keep_the_scanner_busy_for_a_moment_only() throws Exception {
        VersionRef like = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Over and over. " + UUID.randomUUID());
        job.run();
        try (Connection all = Databases.asSuperuser();
                Statement sql = all.createStatement()) {
            sql.execute("create temp table made as select gen_random_uuid() exhibit, gen_random_uuid() version"
                    + " from generate_series(1, 3000)");
            sql.execute("insert into exhibit (id, version, case_id, originator, latest, created_at, pointer)"
                    + " select m.exhibit, 0, x.case_id, x.originator, 1, now(), false from made m, exhibit x where x.id = '"
                    + like.exhibitId() + "'");
            sql.execute("create temp table more as select v.* from exhibit_version v where v.exhibit_id = '"
                    + like.exhibitId() + "'");
            sql.execute(
                    "insert into exhibit_version select (jsonb_populate_record(r, jsonb_build_object('id', m.version,"
                            + " 'exhibit_id', m.exhibit))).* from made m, more r");
            sql.execute("insert into scan_again (version_id, blob_id, attempts, next_at)"
                    + " select m.version, r.blob_id, 0, now() from made m, more r");
        }
        assertTimeout(Duration.ofSeconds(60), () -> job.run());
        assertEquals(0, waiting(like.exhibitId()));
        assertEquals(
                3001,
                Databases.number(
                        "select count(*) from journal j join exhibit_version v on v.exhibit_id = j.aggregate_id"
                                + " where j.type = 'exhibit.scanned' and v.blob_id = (select blob_id from exhibit_version"
                                + " where exhibit_id = '" + like.exhibitId() + "')"));
    }

    @Test
    void what_is_infected_is_never_opened_and_never_lost() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef ref = Exhibiting.held(caseId, "Before. " + ClamdResource.HARMLESS_BUT_KNOWN);
        UUID exhibit = ref.exhibitId();
        job.run();
        view(exhibit)
                .body("versions[0].scan.state", equalTo("INFECTED"))
                .body("versions[0].scan.signature", containsString("Lockstep.Test.Harmless"))
                .body("versions[0].state", equalTo("HELD"))
                .body("allowedActions.find { it.action == 'open-content' }.reason", equalTo("content-infected"));
        People.eeasAnalyst()
                .get("/api/v1/cases/{c}/exhibits", caseId)
                .then()
                .body("items[0].state", equalTo("HELD"), "items[0].scan.state", equalTo("INFECTED"));
        problem(open(exhibit), 409, "content-infected");
        problem(propose(officer("eeas-officer", Role.RELEASE_OFFICER), exhibit), 409, "scanned");
        assertEquals(1, journalled("exhibit.scanned", exhibit));
    }

    @Test
    void what_a_scan_found_is_told_in_the_report_of_the_custody() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef clean = Exhibiting.held(caseId, "A harmless report.");
        VersionRef infected = Exhibiting.held(caseId, "Reported. " + ClamdResource.HARMLESS_BUT_KNOWN);
        VersionRef large = Exhibiting.held(caseId, "y".repeat(ClamdResource.MOST + 4096));
        job.run();
        for (Map.Entry<VersionRef, String> result : Map.of(
                        clean, "Result: clean",
                        infected, "Result: infected",
                        large, "Result: not scanned: too large for the scanner")
                .entrySet()) {
            String report = report(result.getKey());
            assertTrue(report.contains(result.getValue()) && !report.contains("Reason:"), report);
        }
    }

    private static String report(VersionRef of) throws IOException {
        byte[] bytes = People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/custody-report.pdf", of.exhibitId())
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void what_is_too_large_for_the_scanner_is_opened_by_two_persons_decision() throws Exception {
        UUID exhibit = Exhibiting.held(Listing.caseOf("EU-EEAS"), "x".repeat(ClamdResource.MOST + 4096))
                .exhibitId();
        job.run();
        view(exhibit)
                .body(
                        "versions[0].scan.state",
                        equalTo("NOT_SCANNED"),
                        "versions[0].scan.reason",
                        equalTo("TOO_LARGE"));
        problem(open(exhibit), 409, "not-scanned-yet");
        RequestSpecification one = officer("eeas-officer", Role.RELEASE_OFFICER);
        problem(confirm(officer("eeas-registrar", Role.REGISTRAR), exhibit), 409, "no-override-proposed");
        propose(one, exhibit)
                .then()
                .statusCode(200)
                .body("versions[0].scan.override.proposedBy", equalTo("eeas-officer"))
                .body("versions[0].scan.override.confirmedBy", nullValue())
                .body("allowedActions.action", hasItem("confirm-scan-override"));
        problem(open(exhibit), 409, "not-scanned-yet");
        problem(confirm(officer("eeas-officer", Role.RELEASE_OFFICER), exhibit), 409, "four-eyes");
        problem(propose(officer("eeas-registrar", Role.REGISTRAR), exhibit), 409, "override-proposed");
        confirm(officer("eeas-registrar", Role.REGISTRAR), exhibit)
                .then()
                .statusCode(200)
                .body("versions[0].scan.override.confirmedBy", equalTo("eeas-registrar"))
                .body("versions[0].scan.state", equalTo("NOT_SCANNED"));
        open(exhibit).then().statusCode(200);
        assertEquals(1, journalled("exhibit.scan-overridden", exhibit));
    }

    @Test
    void only_the_originator_s_officers_decide_and_an_analyst_is_refused() {
        UUID exhibit = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Not yet.", "marking", Exhibiting.TO_COUNCIL)
                .exhibitId();
        problem(propose(People.eeasAnalyst(), exhibit), 403, "not-permitted");
        problem(
                propose(People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER)), exhibit),
                401,
                "stronger-login-needed");
        problem(
                propose(
                        People.as(TestTokens.person("bis-officer", "US-BIS", Role.RELEASE_OFFICER)
                                .level2()),
                        exhibit),
                404,
                "not-found");
    }
}
