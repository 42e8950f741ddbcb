package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever answers for an agency's evidence has power over it also where its marking leaves him out, and reads nothing of it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class UnreadResourceTest {
    private static final String EXHIBIT = "/api/v1/exhibits/{id}";
    private static final String SAID = "It names the harbour master.";

    private static Map<String, Object> red() {
        return Map.of("level", "EU:LIMITE", "tlp", "RED", "named", List.of(TestTokens.sub("eeas-analyst")));
    }

    private static VersionRef held(UUID caseId) {
        return Exhibiting.held(caseId, "For one reader. " + UUID.randomUUID(), "marking", red(), "title", SAID);
    }

    private static VersionRef held() {
        return held(Listing.caseOf("EU-EEAS", "EU-COM"));
    }

    private static Response post(RequestSpecification by, VersionRef ref, String verb) {
        return by.contentType(ContentType.JSON)
                .body(Map.of("reason", SAID))
                .post("/api/v1/exhibits/" + ref.exhibitId() + "/" + verb);
    }

    private static Response keeping(RequestSpecification by, VersionRef ref) {
        return by.get("/api/v1/exhibits/{id}/keeping", ref.exhibitId());
    }

    @ParameterizedTest
    @CsvSource({
        "com-officer, EU-COM, RELEASE_OFFICER",
        "eeas-second, EU-EEAS, ANALYST",
        "eeas-legal, EU-EEAS, LEGAL",
        "eeas-recused, EU-EEAS, RELEASE_OFFICER"
    })
    void nobody_else_has_it_in_hand_nor_whoever_is_recused(String account, String agency, Role role) {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        Listing.recused(caseId, "eeas-recused");
        VersionRef ref = held(caseId);
        problem(keeping(Spilling.of(account, agency, role), ref), 404, "not-found");
        problem(Spilling.spill(Spilling.of(account, agency, role), ref.exhibitId()), 404, "not-found");
    }

    @Test
    void its_officers_hold_and_dispose_of_it_and_read_nothing() throws Exception {
        VersionRef ref = held();
        problem(Spilling.officer().get(EXHIBIT, ref.exhibitId()), 404, "not-found");
        post(Spilling.officer(), ref, "holds")
                .then()
                .statusCode(200)
                .body("unread", equalTo(true), "holds.hold.agency", contains("EU-EEAS"))
                .body("holds[0].hold.reason", nullValue(), "holds[0].mayLift", equalTo(true));
        problem(post(Spilling.officer(), ref, "disposal"), 409, "on-legal-hold");
        String hold = keeping(Spilling.registrar(), ref).path("holds[0].hold.id");
        post(Spilling.registrar(), ref, "holds/" + hold + "/lift").then().statusCode(200);
        post(Spilling.officer(), ref, "disposal").then().statusCode(200).body("disposal.reason", nullValue());
        problem(post(Spilling.officer(), ref, "disposal/confirm"), 409, "four-eyes");
        post(Spilling.registrar(), ref, "disposal/confirm")
                .then()
                .statusCode(200)
                .body("disposal.state", equalTo("DONE"))
                .body(not(containsString("harbour")));
        assertEquals(
                0,
                Databases.number(
                        "select count(b.wrapped_key) from exhibit_version v join blob b on b.id = v.blob_id where v.exhibit_id = ?",
                        ref.exhibitId()));
        problem(Spilling.registrar().get(EXHIBIT, ref.exhibitId()), 404, "not-found");
        People.eeasAnalyst()
                .get(EXHIBIT + "/history?limit=200", ref.exhibitId())
                .then()
                .body("items.type", hasItems("exhibit.hold-set", "exhibit.hold-lifted", "exhibit.disposed"));
    }

    @Test
    void its_officers_freeze_it_see_who_had_it_and_purge_it_and_read_nothing() {
        VersionRef ref = held();
        Spilling.open(People.eeasAnalyst(), ref.exhibitId()).then().statusCode(200);
        Spilling.freeze(Spilling.officer(), ref.exhibitId())
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"), "title", nullValue(), "marking", nullValue())
                .body("details.found.reason", nullValue(), "details.total", equalTo(1));
        problem(Spilling.open(People.eeasAnalyst(), ref.exhibitId()), 409, "frozen");
        Spilling.readers(Spilling.registrar(), ref.exhibitId())
                .then()
                .statusCode(200)
                .body("items.account", contains("eeas-analyst"))
                .body("items.purpose", everyItem(nullValue()));
        Spilling.proposePurge(Spilling.officer(), ref.exhibitId()).then().statusCode(200);
        Spilling.confirm(Spilling.registrar(), ref.exhibitId())
                .then()
                .statusCode(200)
                .body("state", equalTo("PURGED"))
                .body(not(containsString("harbour")));
    }

    @Test
    void a_correction_by_those_who_do_not_read_it_opens_it_to_nobody() {
        VersionRef ref = held();
        Spilling.frozen(ref);
        Spilling.corrected(ref, Map.of("level", "EU:LIMITE"));
        problem(Spilling.officer().get(EXHIBIT, ref.exhibitId()), 404, "not-found");
        Spilling.open(People.eeasAnalyst(), ref.exhibitId()).then().statusCode(200);
    }

    @Test
    void only_the_names_are_passed_over_and_neither_the_clearance_nor_the_part_in_the_case() {
        UUID caseId = Listing.caseOf("EU-COM", "EU-EEAS");
        VersionRef ref = held(caseId);
        VersionRef restricted = Exhibiting.held(
                caseId,
                "Restricted. " + UUID.randomUUID(),
                "marking",
                Map.of("level", "EU:RESTREINT_UE", "tlp", "RED", "named", List.of(TestTokens.sub("eeas-analyst"))));
        TestTokens uncleared = TestTokens.person("eeas-third", "EU-EEAS", Role.RELEASE_OFFICER);
        keeping(People.as(uncleared), ref).then().statusCode(200);
        problem(keeping(People.as(uncleared), restricted), 404, "not-found");
        keeping(Spilling.officer(), restricted).then().statusCode(200);
        Listing.left(caseId, "EU-EEAS");
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        problem(keeping(Spilling.officer(), ref), 404, "not-found");
    }

    @Test
    void what_an_officer_takes_in_hand_comes_into_sight_nowhere_else() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef ref = held(caseId);
        keeping(Spilling.officer(), ref).then().statusCode(200).body("unread", equalTo(true));
        Spilling.officer()
                .get("/api/v1/cases/{id}/exhibits", caseId)
                .then()
                .statusCode(200)
                .body("items", empty());
        Spilling.officer()
                .get("/api/v1/cases/{id}/exhibit-history", caseId)
                .then()
                .statusCode(200)
                .body("items.findAll { it.aggregateId == '" + ref.exhibitId() + "' }", empty());
    }

    @Test
    void a_leaked_copy_is_traced_by_its_originators_officers_whoever_it_names() throws IOException {
        UUID exhibit = Exhibiting.registered(
                People.eeasAnalyst(),
                Listing.caseOf("EU-EEAS", "EU-COM"),
                "marking",
                red(),
                "mediaType",
                "application/pdf");
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(original);
        }
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(original.toByteArray())
                .put(EXHIBIT + "/versions/1/content", exhibit)
                .then()
                .statusCode(200);
        byte[] leaked = Spilling.open(People.eeasAnalyst(), exhibit).asByteArray();
        traces(Spilling.officer(), leaked)
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].opened.actor.account", equalTo("eeas-analyst"))
                .body("items[0].opened.payload", nullValue());
        for (RequestSpecification other : List.of(
                Spilling.of("com-officer", "EU-COM", Role.RELEASE_OFFICER),
                Spilling.of("eeas-auditor", "EU-EEAS", Role.AUDITOR))) {
            traces(other, leaked).then().statusCode(200).body("items", empty());
        }
    }

    private static Response traces(RequestSpecification by, byte[] leaked) {
        return by.body(leaked).post("/api/v1/traces");
    }
}
