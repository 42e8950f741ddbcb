package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.retention.RemoveBytes;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What must not be here is frozen in one act, its readers are listed, and two persons settle what becomes of it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SpillResourceTest {
    @Inject
    RemoveBytes remove;

    private static VersionRef held(UUID caseId, String content) {
        return Exhibiting.held(caseId, content, "marking", Exhibiting.TO_COUNCIL);
    }

    private static VersionRef held() {
        return held(Listing.caseOf("EU-EEAS", "EU-COM"), "Spilled. " + UUID.randomUUID());
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

    private static RequestSpecification comOfficer() {
        return Spilling.of("com-officer", "EU-COM", Role.RELEASE_OFFICER);
    }

    @Test
    void one_person_freezes_and_from_then_on_nobody_opens_or_changes_it() throws Exception {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        Spilling.spill(Spilling.officer(), id)
                .then()
                .statusCode(200)
                .body("state", nullValue())
                .body("allowedActions.find { it.action == 'freeze' }.allowed", equalTo(true));
        Spilling.freeze(Spilling.officer(), id).then().statusCode(200).body("state", equalTo("FROZEN"));
        for (RequestSpecification by :
                List.of(People.eeasAnalyst(), Spilling.officer(), Spilling.registrar(), People.comAnalyst())) {
            problem(Spilling.open(by, id), 409, "frozen");
        }
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Exhibiting.description("reason", "anew"))
                        .post("/api/v1/exhibits/{id}/versions", id),
                409,
                "frozen");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .body("versions[0].state", equalTo("FROZEN"))
                .body("versions[0].scan", nullValue())
                .body("versions[0].sha256", notNullValue());
        problem(Spilling.freeze(Spilling.registrar(), id), 409, "frozen");
        assertEquals(1, journalled("exhibit.frozen", ref));
    }

    @Test
    void why_is_told_to_the_originator_alone_and_that_it_is_frozen_to_all_who_see_it() {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        Spilling.frozen(ref);
        Spilling.spill(People.eeasAnalyst(), id)
                .then()
                .body("details.found.reason", equalTo("Its third paragraph is above the ceiling."))
                .body("details.found.by", equalTo("eeas-officer"));
        Spilling.spill(People.comAnalyst(), id)
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("since", notNullValue())
                .body("details", nullValue());
        String history = "/api/v1/exhibits/{id}/history";
        People.comAnalyst()
                .get(history, id)
                .then()
                .body("items.type", hasItem("exhibit.frozen"))
                .body("items.type", not(hasItem("exhibit.spill-found")));
        People.eeasAnalyst().get(history, id).then().body("items.type", hasItem("exhibit.spill-found"));
        Spilling.spill(People.bisAnalyst(), id).then().statusCode(404);
    }

    @Test
    void the_same_bytes_are_frozen_wherever_the_agency_holds_them_and_come_in_no_more() {
        String content = "The same. " + UUID.randomUUID();
        VersionRef found = held(Listing.caseOf("EU-EEAS"), content);
        VersionRef elsewhere = held(Listing.caseOf("EU-EEAS", "EU-COM"), content);
        Spilling.frozen(found);
        problem(Spilling.open(People.comAnalyst(), elsewhere.exhibitId()), 409, "frozen");
        Spilling.spill(Spilling.officer(), elsewhere.exhibitId())
                .then()
                .body("details.because", equalTo("SAME_BYTES"))
                .body("details.frozen.exhibitId", hasItems(found.exhibitId().toString()));
        UUID again = Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS"));
        problem(put(again, content), 409, "content-spilled");
        Uploading sender = Uploading.eeasAnalyst();
        UUID batch = sender.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = sender.created(batch, content.length(), "again.txt");
        Uploading.refused(409, "content-spilled", sender.patch(upload, 0, content.getBytes()));
        Spilling.purged(found);
        problem(put(again, content), 409, "content-spilled");
        problem(Spilling.open(People.eeasAnalyst(), elsewhere.exhibitId()), 409, "disposed");
    }

    private static Response put(UUID exhibit, String content) {
        return People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(content.getBytes())
                .put("/api/v1/exhibits/{id}/versions/1/content", exhibit);
    }

    @Test
    void a_redacted_copy_is_frozen_with_its_original_and_let_go_by_itself() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef original = held(caseId, "Original. " + UUID.randomUUID());
        VersionRef copy = Redacting.copyOf(original, "Redacted. " + UUID.randomUUID());
        String request = Releasing.asked(People.eeasAnalyst(), caseId, "SHARE", Releasing.TO_FRANCE, original);
        Releasing.approve(request, Redacting.instead(original, copy), original).statusCode(200);
        Spilling.frozen(original);
        problem(Spilling.open(People.comAnalyst(), copy.exhibitId()), 409, "frozen");
        Spilling.spill(Spilling.officer(), copy.exhibitId())
                .then()
                .body("details.because", equalTo("COPY"))
                .body("details.found.exhibitId", equalTo(original.exhibitId().toString()));
        Spilling.corrected(copy, Exhibiting.TO_COUNCIL);
        Spilling.open(People.comAnalyst(), copy.exhibitId()).then().statusCode(200);
        problem(Spilling.open(People.comAnalyst(), original.exhibitId()), 409, "frozen");
        Spilling.purged(original);
        Spilling.open(People.comAnalyst(), copy.exhibitId()).then().statusCode(200);
    }

    @Test
    void the_words_that_were_taken_out_of_it_are_told_no_more_and_purged_with_it() throws Exception {
        VersionRef original = held();
        String brought = "/api/v1/exhibits/" + original.exhibitId() + "/versions/1/redacted-copies";
        UUID copy = UUID.fromString(People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title", "With names taken out",
                        "mediaType", "text/plain",
                        "removed", "Names",
                        "reason", "They are no business of others.",
                        "passages", List.of("Anna Example")))
                .post(brought)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        String about = "/api/v1/exhibits/" + original.exhibitId() + "/redactions";
        People.eeasAnalyst().get(about).then().body("copies[0].passages", contains("Anna Example"));
        Spilling.frozen(original);
        Spilling.spill(Spilling.officer(), copy).then().body("details.because", equalTo("COPY"));
        People.eeasAnalyst().get(about).then().statusCode(200).body("copies[0].passages", hasSize(0));
        Spilling.purged(original);
        assertEquals(
                0, Databases.number("select count(*) from redaction where copy_id = ? and passages <> '{}'", copy));
    }

    @Test
    void two_persons_purge_and_hash_record_and_custody_stay() throws Exception {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        problem(Spilling.proposePurge(Spilling.officer(), id), 409, "not-frozen");
        Spilling.frozen(ref);
        problem(Spilling.confirm(Spilling.registrar(), id), 409, "no-settlement-proposed");
        Spilling.proposePurge(Spilling.officer(), id)
                .then()
                .statusCode(200)
                .body("details.settlement.kind", equalTo("PURGE"))
                .body("allowedActions.find { it.action == 'confirm-settlement' }.reason", equalTo("four-eyes"));
        problem(Spilling.proposePurge(Spilling.registrar(), id), 409, "settlement-proposed");
        problem(Spilling.confirm(Spilling.officer(), id), 409, "four-eyes");
        assertEquals(1, keys(ref));
        inbox(Spilling.registrar(), id, "spill-confirm");
        Spilling.confirm(Spilling.registrar(), id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PURGED"))
                .body("details.settlement.endedBy", equalTo("eeas-registrar"));
        assertEquals(0, keys(ref));
        problem(Spilling.open(People.eeasAnalyst(), id), 409, "disposed");
        remove.run();
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .body("versions[0].state", equalTo("DISPOSED"))
                .body("versions[0].sha256", notNullValue());
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items.type", hasItems("exhibit.held", "exhibit.frozen", "exhibit.purged"));
        problem(Spilling.proposePurge(Spilling.officer(), id), 409, "disposed");
    }

    private static void inbox(RequestSpecification by, UUID exhibit, String kind) {
        by.get("/api/v1/inbox").then().body("items.find { it.exhibitId == '" + exhibit + "' }.kind", equalTo(kind));
    }

    @Test
    void the_officers_are_told_what_to_settle() {
        VersionRef ref = held();
        Spilling.frozen(ref);
        inbox(Spilling.registrar(), ref.exhibitId(), "spill-settle");
        Spilling.registrar()
                .get("/api/v1/spills")
                .then()
                .body("ours.find { it.exhibitId == '" + ref.exhibitId() + "' }.open", equalTo(1));
        People.eeasAnalyst().get("/api/v1/spills").then().statusCode(200).body("ours", hasSize(0));
    }

    @Test
    void a_hold_keeps_it_frozen_and_unpurged_while_retention_and_reliance_do_not() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef ref = held(caseId, "Held. " + UUID.randomUUID());
        Listing.parties("P10Y", UUID.randomUUID(), caseId, List.of("DE-REP"), ref);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        Listing.rests(ref.exhibitId(), true, null);
        Spilling.frozen(ref);
        String hold = Spilling.of("eeas-legal", "EU-EEAS", Role.LEGAL)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Case T-1/26 is pending."))
                .post("/api/v1/exhibits/{id}/holds", ref.exhibitId())
                .then()
                .statusCode(200)
                .extract()
                .path("holds[0].hold.id");
        problem(Spilling.proposePurge(Spilling.officer(), ref.exhibitId()), 409, "on-legal-hold");
        inbox(Spilling.of("eeas-legal", "EU-EEAS", Role.LEGAL), ref.exhibitId(), "hold-on-frozen");
        lifted(ref, hold);
        Spilling.proposePurge(Spilling.officer(), ref.exhibitId()).then().statusCode(200);
        Spilling.confirm(Spilling.registrar(), ref.exhibitId()).then().statusCode(200);
        assertEquals(0, keys(ref));
    }

    private static void lifted(VersionRef ref, String hold) {
        Spilling.registrar()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "A copy is secured elsewhere."))
                .post("/api/v1/exhibits/{id}/holds/{hold}/lift", ref.exhibitId(), hold)
                .then()
                .statusCode(200);
    }

    private static String caseOf(UUID exhibit) {
        return People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).path("caseId");
    }

    @Test
    void it_is_let_go_with_a_corrected_marking_that_lets_nobody_else_read() throws Exception {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        Spilling.open(People.comAnalyst(), id).then().statusCode(200);
        Spilling.frozen(ref);
        problem(
                Spilling.proposeCorrection(
                        Spilling.officer(), id, Map.of("level", "EU:CONFIDENTIEL_UE", "relTo", List.of())),
                422,
                "invalid-input");
        Spilling.proposeCorrection(
                        Spilling.officer(),
                        id,
                        Map.of("level", "EU:RESTREINT_UE", "relTo", List.of("FR-REP", "US-BIS")))
                .then()
                .statusCode(200)
                .body("details.settlement.marking.level", equalTo("EU:RESTREINT_UE"));
        problem(
                Spilling.confirm(
                        People.as(TestTokens.person("eeas-registrar", "EU-EEAS", Role.REGISTRAR)
                                .level2()),
                        id),
                403,
                "not-cleared");
        Spilling.confirm(Spilling.registrar(), id).then().statusCode(200).body("state", equalTo("CORRECTED"));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .body("versions[0].state", equalTo("HELD"))
                .body("versions[0].marking.level", equalTo("EU:RESTREINT_UE"))
                .body("versions[0].marking.relTo", contains("FR-REP"));
        Spilling.open(People.eeasAnalyst(), id).then().statusCode(200);
        Spilling.open(People.comAnalyst(), id).then().statusCode(404);
        for (String way : List.of("history", "custody-report", "custody-report.pdf")) {
            problem(People.comAnalyst().get("/api/v1/exhibits/" + id + "/" + way), 404, "not-found");
        }
        People.comAnalyst()
                .get("/api/v1/cases/{c}/exhibit-history", caseOf(id))
                .then()
                .statusCode(200)
                .body("items.aggregateId", not(hasItem(id.toString())));
        assertEquals(1, journalled("exhibit.unfrozen", ref));
        assertEquals(1, journalled("exhibit.remarked", ref));
        Spilling.freeze(Spilling.officer(), id).then().statusCode(200);
    }

    @Test
    void a_lower_marking_lowers_nothing() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef ref =
                Exhibiting.held(caseId, "High. " + UUID.randomUUID(), "marking", Map.of("level", "EU:RESTREINT_UE"));
        Spilling.frozen(ref);
        Spilling.corrected(ref, Map.of("level", "EU:PUBLIC", "relTo", List.of("EU-COUNCIL"), "tlp", "CLEAR"));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .then()
                .body("versions[0].marking.level", equalTo("EU:RESTREINT_UE"))
                .body("versions[0].marking.relTo", hasSize(0))
                .body("versions[0].marking.tlp", equalTo("AMBER"));
    }

    @Test
    void a_dropped_proposal_leaves_it_frozen() {
        VersionRef ref = held();
        Spilling.frozen(ref);
        Spilling.proposePurge(Spilling.officer(), ref.exhibitId()).then().statusCode(200);
        String drop = "/api/v1/exhibits/{id}/spill/drop";
        Spilling.officer()
                .post(drop, ref.exhibitId())
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("details.settlement.state", equalTo("DROPPED"));
        problem(Spilling.confirm(Spilling.registrar(), ref.exhibitId()), 409, "no-settlement-proposed");
        problem(Spilling.officer().post(drop, ref.exhibitId()), 409, "no-settlement-proposed");
    }

    @Test
    void who_had_it_is_listed_for_the_officers_and_in_outline_for_auditors() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM", "FR-REP");
        VersionRef ref = held(caseId, "Read. " + UUID.randomUUID());
        UUID id = ref.exhibitId();
        Releasing.shared(caseId, Map.of("kind", "AGENCY", "name", "EU-COM"), Map.of(), ref);
        VersionRef other = Exhibiting.held(caseId, "another one");
        String refused = Releasing.asked(
                People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "FR-REP"), ref, other);
        Releasing.approve(refused, Map.of(), other).statusCode(200);
        Spilling.open(People.comAnalyst(), id).then().statusCode(200);
        Spilling.registrar()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "medium", "COPY",
                        "receiver", "Registry of the General Court",
                        "at", "2026-01-21T10:00:00Z",
                        "purpose", "Case T-1/26"))
                .post("/api/v1/exhibits/{id}/versions/1/transfers", id)
                .then()
                .statusCode(200);
        problem(Spilling.readers(Spilling.officer(), id), 409, "not-frozen");
        Spilling.frozen(ref);
        Spilling.readers(Spilling.officer(), id)
                .then()
                .statusCode(200)
                .body("items.how", contains("RELEASED", "OPENED", "TRANSFERRED"))
                .body("items.find { it.how == 'OPENED' }.account", equalTo("com-analyst"))
                .body("items.find { it.how == 'OPENED' }.agency", equalTo("EU-COM"))
                .body("items.find { it.how == 'TRANSFERRED' }.to", equalTo("Registry of the General Court"))
                .body("items.find { it.how == 'RELEASED' }.to", equalTo("EU-COM"));
        Spilling.readers(Spilling.officer(), id).then().body("items", hasSize(3));
        Listing.auditor("eu-auditor", List.of("EU-EEAS"), List.of());
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        Spilling.readers(People.auditor(), id)
                .then()
                .statusCode(200)
                .body("items.how", contains("RELEASED", "OPENED", "TRANSFERRED"))
                .body("items.purpose", everyItem(nullValue()))
                .body("items.find { it.how == 'TRANSFERRED' }.to", nullValue());
        Spilling.spill(People.auditor(), id)
                .then()
                .statusCode(200)
                .body("title", nullValue())
                .body("state", equalTo("FROZEN"))
                .body("details.found.reason", nullValue())
                .body("details.found.by", equalTo("eeas-officer"));
        problem(Spilling.readers(comOfficer(), id), 403, "not-settling");
        problem(Spilling.readers(People.eeasAnalyst(), id), 403, "not-permitted");
        Spilling.readers(Spilling.of("bis-officer", "US-BIS", Role.RELEASE_OFFICER), id)
                .then()
                .statusCode(404);
    }

    @Test
    void agencies_whose_people_read_it_are_told_without_other_readers_and_say_what_became_of_their_copies()
            throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM", "FR-REP");
        VersionRef ref = held(caseId, "Told. " + UUID.randomUUID());
        UUID id = ref.exhibitId();
        Spilling.open(People.comAnalyst(), id).then().statusCode(200);
        Spilling.frozen(ref);
        String mine = "told.find { it.exhibits.any { x -> x.exhibitId == '" + id + "' } }";
        String spill = comOfficer()
                .get("/api/v1/spills")
                .then()
                .statusCode(200)
                .body(mine + ".total", equalTo(1))
                .body(mine + ".state", equalTo("FROZEN"))
                .body(mine + ".mayAcknowledge", equalTo(true))
                .extract()
                .path(mine + ".spillId");
        People.comAnalyst()
                .get("/api/v1/spills")
                .then()
                .body(mine + ".own", equalTo(true))
                .body(mine + ".mayAcknowledge", equalTo(false));
        Spilling.of("fr-officer", "FR-REP", Role.RELEASE_OFFICER)
                .get("/api/v1/spills")
                .then()
                .statusCode(200)
                .body("told.spillId", not(hasItem(spill)));
        comOfficer().get("/api/v1/inbox").then().body("items.kind", hasItem("spill-read"));
        Response said = acknowledge(comOfficer(), spill);
        said.then().statusCode(200).body(mine + ".acknowledged.by", equalTo("com-officer"));
        problem(acknowledge(comOfficer(), spill), 409, "acknowledged");
        problem(acknowledge(Spilling.of("fr-officer", "FR-REP", Role.RELEASE_OFFICER), spill), 404, "not-found");
        problem(acknowledge(Spilling.officer(), spill), 404, "not-found");
        problem(acknowledge(People.comAnalyst(), spill), 403, "not-permitted");
        Spilling.spill(Spilling.officer(), id)
                .then()
                .body("details.acknowledged.agency", contains("EU-COM"))
                .body("details.acknowledged[0].note", equalTo("One copy, shredded."));
        assertEquals(1, journalled("exhibit.spill-acknowledged", ref));
    }

    private static Response acknowledge(RequestSpecification by, String spill) {
        return by.contentType(ContentType.JSON)
                .body(Map.of("note", "One copy, shredded."))
                .post("/api/v1/spills/{id}/acknowledgement", spill);
    }

    @Test
    void whoever_waits_for_what_a_freeze_needs_does_not_keep_it_from_freezing() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        String content = "Waited for. " + UUID.randomUUID();
        VersionRef found = held(caseId, content);
        VersionRef same = held(caseId, content);
        try (Connection other = Databases.asSuperuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("set local deadlock_timeout = '30s'");
            statement.execute("select from exhibit where id = '" + same.exhibitId() + "' for update");
            List<Integer> answers = new CopyOnWriteArrayList<>();
            Thread freezing = Thread.startVirtualThread(() -> answers.add(
                    Spilling.freeze(Spilling.officer(), found.exhibitId()).statusCode()));
            while (Databases.number("select count(*) from pg_locks where not granted") == 0) {
                Thread.sleep(20);
            }
            statement.execute("select from blob where id = (select blob_id from exhibit_version where exhibit_id = '"
                    + found.exhibitId() + "') for share");
            other.commit();
            freezing.join();
            assertEquals(List.of(200), answers);
        }
        problem(Spilling.open(People.eeasAnalyst(), same.exhibitId()), 409, "frozen");
    }

    @Test
    void the_same_bytes_are_settled_together_wherever_they_lie() throws Exception {
        String content = "Together. " + UUID.randomUUID();
        VersionRef found = held(Listing.caseOf("EU-EEAS"), content);
        VersionRef elsewhere = held(Listing.caseOf("EU-EEAS", "EU-COM"), content);
        Spilling.frozen(found);
        Spilling.corrected(elsewhere, Exhibiting.TO_COUNCIL);
        Spilling.open(People.comAnalyst(), elsewhere.exhibitId()).then().statusCode(200);
        Spilling.open(People.eeasAnalyst(), found.exhibitId()).then().statusCode(200);
        Spilling.frozen(found);
        Spilling.purged(elsewhere);
        problem(Spilling.open(People.eeasAnalyst(), found.exhibitId()), 409, "disposed");
        assertEquals(0, keys(found));
    }

    @Test
    void what_is_settled_with_another_one_is_proposed_no_more() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        String content = "Proposed. " + UUID.randomUUID();
        VersionRef found = held(caseId, content);
        VersionRef same = held(caseId, content);
        Spilling.frozen(found);
        Spilling.proposePurge(Spilling.officer(), same.exhibitId()).then().statusCode(200);
        Spilling.corrected(found, Exhibiting.TO_COUNCIL);
        Spilling.spill(Spilling.officer(), same.exhibitId())
                .then()
                .body("state", equalTo("CORRECTED"))
                .body("details.settlement.state", equalTo("DROPPED"));
        Spilling.frozen(same);
        Spilling.proposePurge(Spilling.officer(), same.exhibitId()).then().statusCode(200);
    }

    @Test
    void an_earlier_spill_that_is_hidden_hides_no_later_one() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        String content = "Twice. " + UUID.randomUUID();
        VersionRef hidden = Exhibiting.held(caseId, content, "marking", Map.of("level", "EU:RESTREINT_UE"));
        VersionRef seen = held(caseId, content);
        Spilling.frozen(hidden);
        Spilling.corrected(hidden, Exhibiting.TO_COUNCIL);
        RequestSpecification uncleared = People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER)
                .level2());
        Spilling.spill(uncleared, hidden.exhibitId()).then().statusCode(404);
        Spilling.freeze(uncleared, seen.exhibitId()).then().statusCode(200).body("state", equalTo("FROZEN"));
        Spilling.proposePurge(uncleared, seen.exhibitId()).then().statusCode(200);
    }

    @Test
    void an_auditor_of_the_one_case_sees_the_spill_that_was_found_in_another_one() throws Exception {
        String content = "Audited. " + UUID.randomUUID();
        VersionRef found = held(Listing.caseOf("EU-EEAS"), content);
        UUID audited = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef elsewhere = held(audited, content);
        Listing.parties(UUID.randomUUID(), audited, List.of("EU-COM"), elsewhere);
        Spilling.frozen(found);
        Listing.auditor("gsc-auditor", List.of("EU-COM"), List.of());
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        RequestSpecification auditor = People.as(TestTokens.person("gsc-auditor", "EU-GSC", Role.AUDITOR));
        Spilling.spill(auditor, found.exhibitId()).then().statusCode(404);
        Spilling.spill(auditor, elsewhere.exhibitId())
                .then()
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("details.because", equalTo("SAME_BYTES"))
                .body("details.found", nullValue());
    }

    @Test
    void a_repeated_command_is_done_once() throws Exception {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        for (int n = 0; n < 2; n++) {
            Spilling.freeze(Spilling.officer().header("Idempotency-Key", "freeze-" + id), id)
                    .then()
                    .statusCode(200);
        }
        for (int n = 0; n < 2; n++) {
            Spilling.proposePurge(Spilling.officer().header("Idempotency-Key", "purge-" + id), id)
                    .then()
                    .statusCode(200);
        }
        for (int n = 0; n < 2; n++) {
            Spilling.confirm(Spilling.registrar().header("Idempotency-Key", "confirm-" + id), id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("PURGED"));
        }
        assertEquals(1, journalled("exhibit.frozen", ref));
        assertEquals(1, journalled("exhibit.purge-proposed", ref));
        assertEquals(1, journalled("exhibit.purged", ref));
    }

    @Test
    void a_hold_and_a_purge_at_once_do_not_overtake_each_other() throws Exception {
        for (int n = 0; n < 4; n++) {
            VersionRef ref = held();
            Spilling.frozen(ref);
            Spilling.proposePurge(Spilling.officer(), ref.exhibitId()).then().statusCode(200);
            List<Integer> answers = new CopyOnWriteArrayList<>();
            Thread holding = Thread.startVirtualThread(() -> answers.add(Spilling.of("com-legal", "EU-COM", Role.LEGAL)
                    .contentType(ContentType.JSON)
                    .body(Spilling.WHY)
                    .post("/api/v1/exhibits/{id}/holds", ref.exhibitId())
                    .statusCode()));
            Thread purging = Thread.startVirtualThread(() -> answers.add(
                    Spilling.confirm(Spilling.registrar(), ref.exhibitId()).statusCode()));
            holding.join();
            purging.join();
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        }
    }

    @Test
    void nothing_frozen_is_released_disposed_of_or_quoted() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef ref = Exhibiting.held(
                caseId, "Quoted. " + UUID.randomUUID(), "marking", Exhibiting.TO_COUNCIL, "relianceUse", "PUBLIC");
        String request = Releasing.asked(People.eeasAnalyst(), caseId, "SHARE", Releasing.TO_FRANCE, ref);
        unquotable(caseId, ref).body("refused", hasSize(0));
        Spilling.frozen(ref);
        problem(Releasing.approve(request, Map.of(), ref), 409, "exhibit-frozen");
        problem(
                Spilling.officer()
                        .contentType(ContentType.JSON)
                        .body(Spilling.WHY)
                        .post("/api/v1/exhibits/{id}/disposal", ref.exhibitId()),
                409,
                "frozen");
        unquotable(caseId, ref).body("refused", hasSize(1));
    }

    private static ValidatableResponse unquotable(UUID caseId, VersionRef ref) {
        return People.listingService()
                .contentType(ContentType.JSON)
                .body(Map.of("programme", Listing.PROGRAMME, "items", List.of(ref), "caseIds", List.of(caseId)))
                .post("/internal/releases/unquotable")
                .then()
                .statusCode(200);
    }

    @Test
    void each_seat_is_refused_what_is_frozen() {
        UUID caseId = Listing.caseOf("EU-EEAS", "FR-REP");
        VersionRef ref = held(caseId, "Voted. " + UUID.randomUUID());
        refused(caseId, ref).body("refused", hasSize(0));
        Spilling.frozen(ref);
        refused(caseId, ref).body("refused.verdict", contains("UNKNOWN_EXHIBIT"));
    }

    private static ValidatableResponse refused(UUID caseId, VersionRef ref) {
        return People.listingService()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "readers", List.of(Map.of("agency", "FR-REP")),
                        "items", List.of(ref),
                        "caseIds", List.of(caseId)))
                .post("/internal/access/refused")
                .then()
                .statusCode(200);
    }

    @Test
    void who_may_do_what() {
        VersionRef ref = held();
        UUID id = ref.exhibitId();
        RequestSpecification bis = Spilling.of("bis-officer", "US-BIS", Role.RELEASE_OFFICER, Role.REGISTRAR);
        problem(Spilling.freeze(comOfficer(), id), 403, "not-settling");
        problem(Spilling.freeze(People.eeasAnalyst(), id), 403, "not-permitted");
        problem(Spilling.freeze(bis, id), 404, "not-found");
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items.outcome", not(hasItem("REFUSED")));
        People.eeasAnalyst().get("/api/v1/exhibits/{id}/history", id).then().body("items.outcome", hasItem("REFUSED"));
        Spilling.frozen(ref);
        for (Role role : List.of(
                Role.ANALYST,
                Role.SUBMITTER,
                Role.REVIEWER,
                Role.LEGAL,
                Role.VOTER,
                Role.CHAIR,
                Role.SECRETARIAT,
                Role.PUBLISHER,
                Role.AUDITOR)) {
            RequestSpecification by = Spilling.of("eeas-" + role.claim(), "EU-EEAS", role);
            problem(Spilling.proposePurge(by, id), 403, "not-permitted");
            problem(Spilling.proposeCorrection(by, id, Spilling.RESTRICTED), 403, "not-permitted");
            problem(Spilling.confirm(by, id), 403, "not-permitted");
        }
        for (Response refused : List.of(
                Spilling.proposePurge(comOfficer(), id),
                Spilling.proposeCorrection(comOfficer(), id, Exhibiting.TO_COUNCIL),
                Spilling.confirm(comOfficer(), id))) {
            problem(refused, 403, "not-settling");
        }
        for (Response refused : List.of(
                Spilling.proposePurge(bis, id),
                Spilling.proposeCorrection(bis, id, Map.of("level", "EU:LIMITE", "relTo", List.of())),
                Spilling.confirm(bis, id),
                Spilling.spill(bis, id))) {
            problem(refused, 404, "not-found");
        }
        RequestSpecification weak = People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER)
                .clearance(Clearance.RESTRICTED));
        problem(Spilling.proposePurge(weak, id), 401, "stronger-login-needed");
        problem(Spilling.confirm(weak, id), 401, "stronger-login-needed");
    }

    @Test
    void the_service_itself_can_neither_freeze_nor_let_go_nor_purge_what_nobody_has_settled() throws Exception {
        VersionRef ref = held();
        Spilling.frozen(ref);
        for (String attempt : List.of(
                "insert into spilled select * from spilled",
                "update spilled set state = 'CORRECTED'",
                "delete from spill",
                "delete from spill_settlement",
                "update spill_settlement set proposed_by = 'x'",
                "select freeze('" + ref.exhibitId() + "')",
                "select purge('" + ref.exhibitId() + "')",
                "select correct('" + ref.exhibitId() + "', '[]')",
                "select drop_settlements(s, '{}') from spill_settlement s",
                "select settled('" + ref.exhibitId() + "', 'PURGE')",
                "select destroy_keys_of('" + ref.exhibitId() + "')")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
        assertTrue(Databases.number("select count(*) from spilled where exhibit_id = ?", ref.exhibitId()) > 0);
    }
}
