package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each share of personal data across has its legal basis, or is not made. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ShareResourceTest {
    private static final String SHARES = "/api/v1/agencies/EU-EEAS/personal-data-shares";
    private static final Map<String, Object> TO_BIS = Map.of("kind", "AGENCY", "name", "US-BIS");
    private static final Map<String, Object> BASIS =
            Map.of("legalBasis", Map.of("code", "EUDPR-50-1-D", "necessity", "The listing rests on it."));

    private static RequestSpecification officer() {
        return Releasing.officer();
    }

    private static RequestSpecification bisOfficer() {
        return People.as(
                TestTokens.person("bis-officer", "US-BIS", Role.RELEASE_OFFICER).level2());
    }

    private static VersionRef held(UUID caseId, String personalData) {
        return Exhibiting.held(caseId, "Of a person. " + UUID.randomUUID(), "personalData", personalData);
    }

    private static UUID file() {
        return Listing.caseOf("EU-EEAS", "EU-COM", "US-BIS");
    }

    private static String asked(UUID caseId, Object to, VersionRef... refs) {
        return Releasing.asked(People.eeasAnalyst(), caseId, "SHARE", to, refs);
    }

    private static Response transfer(VersionRef ref, Object... more) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "medium", "COPY",
                "receiver", "Registry of a court",
                "purpose", "Its case",
                "at", Instant.now().minusSeconds(60).toString()));
        for (int n = 0; n < more.length; n += 2) {
            said.put((String) more[n], more[n + 1]);
        }
        return People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/exhibits/{id}/versions/{v}/transfers", ref.exhibitId(), ref.version());
    }

    private static String of(VersionRef ref) {
        return "items.findAll { it.exhibitId == '" + ref.exhibitId() + "' }";
    }

    @Test
    void without_a_legal_basis_it_is_not_approved_and_with_one_that_stands_in_the_record() {
        UUID caseId = file();
        VersionRef ref = held(caseId, "PERSONAL");
        String id = asked(caseId, TO_BIS, ref);
        officer()
                .get("/api/v1/release-requests/{id}", id)
                .then()
                .body(
                        "legalBasisAsked.countries", contains("US"),
                        "legalBasisAsked.grounds.code", hasItems("EUDPR-48", "EUDPR-50-1-D", "UMBRELLA"));
        problem(Releasing.approve(id, Map.of(), ref), 422, "invalid-input")
                .body(
                        "errors[0].pointer", equalTo("/legalBasis"),
                        "errors[0].reason", equalTo("legal-basis-missing"),
                        "errors[0].detail", containsString("US"));
        problem(
                        Releasing.approve(
                                id, Map.of("legalBasis", Map.of("code", "LED-38", "necessity", "It is needed.")), ref),
                        422,
                        "invalid-input")
                .body("errors[0].pointer", equalTo("/legalBasis/code"));
        problem(Releasing.approve(id, Map.of("legalBasis", Map.of("code", "EUDPR-48")), ref), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("/legalBasis/necessity"));
        People.bisAnalyst().get("/api/v1/exhibits/{id}", ref.exhibitId()).then().statusCode(404);
        Releasing.approve(id, BASIS, ref)
                .statusCode(200)
                .body(
                        "legalBasisAsked", nullValue(),
                        "decision.transfer.legalBasis", equalTo("EUDPR-50-1-D"),
                        "decision.transfer.text", startsWith("Regulation (EU) 2018/1725, art 50(1)(d)"),
                        "decision.transfer.necessity", equalTo("The listing rests on it."),
                        "decision.transfer.countries", contains("US"));
        People.bisAnalyst().get("/api/v1/exhibits/{id}", ref.exhibitId()).then().statusCode(200);
        String approved = "items.find { it.type == 'release.approved' && it.outcome == 'DONE' }.payload.transfer";
        officer()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body(
                        approved + ".legalBasis", equalTo("EUDPR-50-1-D"),
                        approved + ".necessity", equalTo("The listing rests on it."));
        officer()
                .get("/api/v1/exhibits/{id}/custody-report", ref.exhibitId())
                .then()
                .body(
                        "entries.find { it.type == 'release.approved' && it.outcome == 'DONE' }.payload.transfer.legalBasis",
                        equalTo("EUDPR-50-1-D"));
        officer()
                .get(SHARES)
                .then()
                .statusCode(200)
                .body(
                        of(ref) + ".legalBasis", contains("EUDPR-50-1-D"),
                        of(ref) + ".requestId", contains(id),
                        of(ref) + ".way", contains("RELEASE"),
                        of(ref) + ".necessity", contains("The listing rests on it."),
                        of(ref) + ".account", contains("eeas-officer"));
    }

    @ParameterizedTest
    @CsvSource({
        "AGENCY, US-BIS, true",
        "AGENCY, CA-GAC, true",
        "AGENCY, JP-MOFA, true",
        "AGENCY, FR-REP, false",
        "AGENCY, UK-FCDO, false",
        "GROUP, FVEY, true",
        "GROUP, G7PLUS, true",
        "GROUP, EU-COUNCIL, false",
        "ELECTORATE, US-BIS-EL, true",
        "ELECTORATE, EU-833-IV, false",
        "ELECTORATE, XX-NEW, true"
    })
    void whether_it_crosses_is_asked_of_the_agencies_that_it_reaches(String kind, String name, boolean crosses) {
        UUID caseId = file();
        VersionRef ref = held(caseId, "PERSONAL");
        String id = asked(caseId, Map.of("kind", kind, "name", name), ref);
        officer()
                .get("/api/v1/release-requests/{id}", id)
                .then()
                .body("legalBasisAsked", crosses ? notNullValue() : nullValue());
        if (crosses) {
            problem(Releasing.approve(id, Map.of(), ref), 422, "invalid-input");
        } else {
            problem(Releasing.approve(id, BASIS, ref), 422, "invalid-input")
                    .body("errors[0].reason", equalTo("no-transfer"));
        }
        Releasing.approve(id, crosses ? BASIS : Map.of(), ref).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"QUOTE", "DISCLOSE_TO_PARTY", "PUBLISH"})
    void an_electorate_that_has_an_agency_across_among_its_parties_counts_whatever_its_programme(String kind) {
        UUID caseId = file();
        VersionRef ref = held(caseId, "SPECIAL_CATEGORIES");
        Listing.parties(UUID.randomUUID(), caseId, List.of("DE-REP", "US-BIS"), ref);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        String id = Releasing.asked(People.eeasAnalyst(), caseId, kind, Releasing.TO_ELECTORATE, ref);
        problem(Releasing.approve(id, Map.of(), ref), 422, "invalid-input");
        Releasing.approve(id, BASIS, ref).statusCode(200);
        officer()
                .get(SHARES)
                .then()
                .body(of(ref) + ".kind", contains(kind), of(ref) + ".personalData", contains("SPECIAL_CATEGORIES"));
    }

    @Test
    void from_the_other_side_it_is_the_law_of_that_side() {
        UUID caseId = file();
        UUID exhibit = Exhibiting.registered(People.bisAnalyst(), caseId, "personalData", "PERSONAL");
        Exhibiting.filled(People.bisAnalyst(), exhibit, 1, "Of a person. " + UUID.randomUUID());
        VersionRef ref = new VersionRef(exhibit, 1);
        String id = Releasing.asked(
                People.bisAnalyst(), caseId, "SHARE", Map.of("kind", "GROUP", "name", "EU-COUNCIL"), ref);
        Map<String, Object> decision = new HashMap<>(Map.of("items", List.of(ref)));
        problem(Releasing.act(bisOfficer(), id, "approve", decision), 422, "invalid-input");
        decision.put("legalBasis", Map.of("code", "PRIVACY-ACT-B-3", "necessity", "The listing rests on it."));
        Releasing.act(bisOfficer(), id, "approve", decision)
                .statusCode(200)
                .body("decision.transfer.countries", hasItems("EU", "FR", "DE"));
        problem(officer().get("/api/v1/agencies/US-BIS/personal-data-shares"), 403, "not-permitted");
    }

    @Test
    void a_downgrade_to_readers_across_is_a_share_too() {
        UUID caseId = file();
        VersionRef ref = held(caseId, "PERSONAL");
        Map<String, Object> wanted = Releasing.request("DOWNGRADE", null, ref);
        wanted.put("marking", Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL", "US")));
        String id = Releasing.ask(People.eeasAnalyst(), caseId, wanted)
                .statusCode(201)
                .extract()
                .path("id");
        problem(Releasing.approve(id, Map.of(), ref), 422, "invalid-input");
        Releasing.approve(id, BASIS, ref).statusCode(200);
        officer().get(SHARES).then().body(of(ref) + ".kind", contains("DOWNGRADE"));
    }

    @Test
    void what_is_not_said_counts_and_what_holds_none_needs_no_basis() {
        UUID caseId = file();
        VersionRef unsaid = held(caseId, null);
        VersionRef none = held(caseId, "NONE");
        String id = asked(caseId, TO_BIS, unsaid, none);
        problem(Releasing.approve(id, Map.of(), unsaid, none), 422, "invalid-input");
        Releasing.approve(id, Map.of(), none)
                .statusCode(200)
                .body("status", equalTo("PARTIAL"), "decision.transfer", nullValue());
        officer().get(SHARES).then().body(of(none), empty(), of(unsaid), empty());
    }

    @Test
    void a_redacted_copy_is_marked_across_no_more_than_what_it_stands_for() {
        VersionRef whole = held(file(), "PERSONAL");
        Map<String, Object> copy = Map.of(
                "title", "Statement of a person",
                "mediaType", "text/plain",
                "removed", "An address",
                "reason", "It is private",
                "passages", List.of(),
                "marking", Map.of("level", "EU:LIMITE", "relTo", List.of("US-BIS")));
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(copy)
                        .post("/api/v1/exhibits/{id}/versions/1/redacted-copies", whole.exhibitId()),
                409,
                "marking-widened");
    }

    @Test
    void a_redacted_copy_without_personal_data_goes_out_without_a_basis() {
        UUID caseId = file();
        VersionRef whole = held(caseId, "PERSONAL");
        VersionRef brought = Redacting.copyOf(whole, "Of nobody. " + UUID.randomUUID());
        People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "reason",
                        "Nobody is named any more",
                        "items",
                        List.of(Map.of("exhibitId", brought.exhibitId(), "versionRead", 1, "personalData", "NONE"))))
                .post("/api/v1/exhibits/descriptions")
                .then()
                .statusCode(200);
        VersionRef redacted = new VersionRef(brought.exhibitId(), 2);
        Redacting.checked(redacted);
        String id = asked(caseId, TO_BIS, whole);
        Releasing.approve(id, Redacting.instead(whole, redacted), whole).statusCode(200);
        officer().get(SHARES).then().body(of(whole), empty(), of(redacted), empty());
    }

    @Test
    void a_transfer_from_hand_to_hand_says_to_which_country_and_on_which_basis() {
        VersionRef ref = held(file(), "PERSONAL");
        problem(transfer(ref), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("/country"), "errors[0].reason", equalTo("country-missing"));
        problem(transfer(ref, "country", "usa"), 422, "invalid-input");
        problem(transfer(ref, "country", "US"), 422, "invalid-input")
                .body("errors[0].reason", equalTo("legal-basis-missing"));
        transfer(ref, "country", "BE").then().statusCode(200);
        transfer(ref, "country", "US", "legalBasis", BASIS.get("legalBasis"))
                .then()
                .statusCode(200);
        transfer(held(file(), "NONE")).then().statusCode(200);
        officer()
                .get(SHARES)
                .then()
                .body(
                        of(ref) + ".way", contains("TRANSFER"),
                        of(ref) + ".recipient", contains("Registry of a court"),
                        of(ref) + ".countries[0]", contains("US"));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body(
                        "items.findAll { it.type == 'exhibit.transferred' && it.outcome == 'DONE' }.payload.country",
                        contains("BE", "US"));
    }

    @Test
    void a_hand_over_stands_in_the_list_at_the_time_when_it_was_made() {
        VersionRef ref = held(file(), "PERSONAL");
        String at = "2026-02-03T10:15:00Z";
        transfer(ref, "at", at, "country", "US", "legalBasis", BASIS.get("legalBasis"))
                .then()
                .statusCode(200);
        officer()
                .queryParam("from", "2026-02-03T10:00:00Z")
                .queryParam("to", "2026-02-03T11:00:00Z")
                .get(SHARES)
                .then()
                .body(of(ref) + ".at", contains(at));
    }

    @Test
    void a_copy_that_goes_out_for_itself_and_for_its_original_is_shared_once() {
        UUID caseId = file();
        VersionRef whole = held(caseId, "PERSONAL");
        VersionRef copy = Redacting.copyOf(whole, "Of a person still. " + UUID.randomUUID());
        Map<String, Object> under = new HashMap<>(BASIS);
        under.putAll(Redacting.instead(whole, copy));
        Releasing.approve(asked(caseId, TO_BIS, whole, copy), under, whole, copy)
                .statusCode(200);
        officer().get(SHARES).then().body(of(copy) + ".version", contains(1), of(whole), empty());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", copy.exhibitId())
                .then()
                .body("items.findAll { it.type == 'release.approved' }.payload.outcome", contains("GRANTED"));
    }

    @Test
    void what_an_officer_may_not_see_is_not_his_to_let_across() {
        UUID caseId = file();
        VersionRef red = Exhibiting.held(
                caseId,
                "For named persons. " + UUID.randomUUID(),
                "personalData",
                "PERSONAL",
                "marking",
                Map.of("level", "EU:LIMITE", "tlp", "RED", "named", List.of(TestTokens.sub("eeas-analyst"))));
        VersionRef seen = held(caseId, "NONE");
        Map<String, Object> to = Map.of("kind", "ELECTORATE", "name", "US-BIS-EL");
        String id = Releasing.asked(People.eeasAnalyst(), caseId, "QUOTE", to, red, seen);
        problem(Releasing.approve(id, Map.of(), red, seen), 422, "invalid-input")
                .body("errors[0].pointer", equalTo("/items"), "errors[0].reason", equalTo("not-seen"));
        Releasing.approve(id, Map.of(), seen).statusCode(200).body("status", equalTo("PARTIAL"));
    }

    private static VersionRef shared() {
        UUID caseId = file();
        VersionRef ref = held(caseId, "PERSONAL");
        Releasing.approve(asked(caseId, TO_BIS, ref), BASIS, ref).statusCode(200);
        return ref;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_list_is_for_the_agencys_officers_and_its_auditors(Role role) {
        VersionRef ref = shared();
        for (String agency : List.of("EU-EEAS", "EU-COM", "US-BIS")) {
            RequestSpecification person = People.as(
                    TestTokens.person("somebody-" + role.claim(), agency, role).clearance(Clearance.RESTRICTED));
            boolean reads = role == Role.RELEASE_OFFICER && agency.equals("EU-EEAS");
            for (String route : List.of(SHARES, SHARES + ".csv")) {
                if (reads) {
                    person.get(route).then().statusCode(200);
                } else {
                    problem(person.get(route), 403, "not-permitted");
                }
            }
        }
        officer().get(SHARES).then().body(of(ref) + ".legalBasis", contains("EUDPR-50-1-D"));
        problem(officer().get("/api/v1/agencies/NO-SUCH/personal-data-shares"), 403, "not-permitted");
    }

    @Test
    void an_auditor_who_covers_the_agency_sees_bases_and_no_words() {
        VersionRef ref = shared();
        RequestSpecification auditor = People.as(TestTokens.person("share-auditor", "EU-GSC", Role.AUDITOR));
        problem(auditor.get(SHARES), 403, "not-permitted");
        UUID other = Listing.auditor("share-auditor", List.of("EU-COM"), List.of());
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        problem(auditor.get(SHARES), 403, "not-permitted");
        UUID appointment = Listing.auditor("share-auditor", List.of("EU-EEAS"), List.of());
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        auditor.get(SHARES)
                .then()
                .statusCode(200)
                .body(
                        of(ref) + ".legalBasis", contains("EUDPR-50-1-D"),
                        of(ref) + ".necessity[0]", nullValue(),
                        of(ref) + ".countries[0]", contains("US"));
        auditor.get(SHARES + ".csv").then().body(not(containsString("The listing rests on it.")));
        Listing.auditorEnded(appointment);
        Listing.auditorEnded(other);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        problem(auditor.get(SHARES), 403, "not-permitted");
    }

    @Test
    void an_officer_sees_the_shares_of_exhibits_that_he_sees() {
        UUID caseId = file();
        VersionRef restricted = Exhibiting.held(
                caseId,
                "Restricted. " + UUID.randomUUID(),
                "personalData",
                "PERSONAL",
                "marking",
                Map.of("level", "EU:RESTREINT_UE"));
        Releasing.approve(asked(caseId, TO_BIS, restricted), BASIS, restricted).statusCode(200);
        officer().get(SHARES).then().body(of(restricted) + ".version", contains(1));
        People.as(TestTokens.person("eeas-uncleared", "EU-EEAS", Role.RELEASE_OFFICER))
                .get(SHARES)
                .then()
                .statusCode(200)
                .body(of(restricted), empty());
    }

    @Test
    void a_period_and_pages_and_a_file_that_no_spreadsheet_takes_for_formulas() {
        Instant before = Instant.now();
        VersionRef one = shared();
        VersionRef other = shared();
        officer().queryParam("to", before.toString()).get(SHARES).then().body(of(one), empty());
        Response first = officer()
                .queryParam("from", before.toString())
                .queryParam("limit", 1)
                .get(SHARES);
        first.then().body("items.exhibitId", contains(other.exhibitId().toString()));
        String next = first.path("next");
        officer()
                .queryParam("from", before.toString())
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(SHARES)
                .then()
                .body("items.exhibitId", contains(one.exhibitId().toString()));
        problem(officer().queryParam("from", "yesterday").get(SHARES), 422, "invalid-input");
        VersionRef third = held(file(), "PERSONAL");
        transfer(
                        third,
                        "country",
                        "US",
                        "receiver",
                        "=cmd|'/c calc'!A1",
                        "legalBasis",
                        Map.of("code", "EUDPR-48", "necessity", "Needed \"now\""))
                .then()
                .statusCode(200);
        officer()
                .get(SHARES + ".csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("attachment"))
                .body(
                        containsString("\"'=cmd|'/c calc'!A1\""),
                        containsString("\"Needed \"\"now\"\"\""),
                        containsString(one.exhibitId().toString()));
    }

    @Test
    void the_service_itself_changes_no_share_and_approves_none_without_a_whole_basis() throws Exception {
        VersionRef ref = shared();
        for (String attempt :
                List.of("update personal_data_share set legal_basis = 'x'", "delete from personal_data_share")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
        try (Connection all = Databases.asSuperuser();
                Statement statement = all.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("update release_request r set necessity = null from release_item i"
                            + " where i.request_id = r.id and i.exhibit_id = '" + ref.exhibitId() + "'"));
            assertEquals("23514", refused.getSQLState());
        }
        People.bisAnalyst()
                .get("/api/v1/exhibits/{id}/history", ref.exhibitId())
                .then()
                .body("items.type", not(hasItem("release.approved")));
    }
}
