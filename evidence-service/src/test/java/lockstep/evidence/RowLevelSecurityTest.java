package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.auth.SystemActor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** The second wall: where the service's own filter is left out, the database hides the row. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class RowLevelSecurityTest {
    private static final Actor EEAS =
            TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).actor();
    private static final Actor COM =
            TestTokens.person("com-analyst", "EU-COM", Role.ANALYST).actor();
    private static final Actor FRANCE =
            TestTokens.person("fr-voter", "FR-REP", Role.VOTER).actor();

    @Inject
    Exhibits exhibits;

    @Inject
    EntityManager entities;

    @Test
    void without_the_services_own_filter_the_row_is_hidden_all_the_same() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef own = Exhibiting.held(caseId, "second wall");
        assertEquals(1, unfiltered(EEAS, own));
        assertEquals(0, unfiltered(COM, own));
        assertEquals(0, unfiltered(FRANCE, own));
    }

    @Test
    void a_version_is_hidden_though_an_earlier_one_is_seen() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef first = Exhibiting.held(caseId, "seen", "marking", TO_COUNCIL);
        People.eeasAnalyst()
                .contentType("application/json")
                .body(Exhibiting.description("reason", "hidden"))
                .post("/api/v1/exhibits/{id}/versions", first.exhibitId())
                .then()
                .statusCode(201);
        assertEquals(1, versions(COM, first));
        assertEquals(2, versions(EEAS, first));
    }

    @Test
    void blobs_citations_and_the_journal_are_hidden_with_what_they_belong_to() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        String content = "with all its rows " + UUID.randomUUID();
        VersionRef own = Exhibiting.held(caseId, content);
        Listing.parties(UUID.randomUUID(), caseId, List.of("DE-REP"), own);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        String blobs = "select count(*) from blob where owner = 'EU-EEAS' and sha256 = encode(sha256(" + "'" + content
                + "'::bytea), 'hex')";
        String journal = "select count(*) from journal where aggregate_id = '" + own.exhibitId() + "'";
        String payloads = "select count(*) from journal_payload p where event_id in (select event_id from journal"
                + " where aggregate_id = '" + own.exhibitId() + "')";
        String citations = "select count(*) from citation where exhibit_id = '" + own.exhibitId() + "'";
        assertEquals(2, number(EEAS, journal));
        assertEquals(2, number(EEAS, payloads));
        assertEquals(0, number(COM, journal));
        assertEquals(0, number(FRANCE, journal));
        assertEquals(1, number(EEAS, citations));
        assertEquals(0, number(FRANCE, citations));
        assertEquals(1, number(EEAS, blobs));
        assertEquals(0, number(COM, blobs));
        assertEquals(0, number(FRANCE, blobs));
    }

    @Test
    void a_batch_and_its_uploads_are_hidden_from_other_agencies_and_from_whom_its_marking_leaves_out() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID batch = Uploading.eeasAnalyst().batch(caseId, "marking", Map.of("level", "EU:RESTREINT_UE"));
        Uploading.eeasAnalyst().created(batch, 3, "on its way");
        Actor cleared = Uploading.eeas().actor();
        Actor clearedColleague = TestTokens.person("eeas-colleague", "EU-EEAS", Role.ANALYST)
                .clearance(Clearance.RESTRICTED)
                .actor();
        String batches = "select count(*) from batch where case_id = '" + caseId + "'";
        String uploads = "select count(*) from upload where case_id = '" + caseId + "'";
        String counts = "select count(*) from batch_counts('" + batch + "')";
        String quota = "select count(*) from intake where case_id = '" + caseId + "'";
        for (String query : List.of(batches, uploads, counts, quota)) {
            assertEquals(1, number(cleared, query), query);
            assertEquals(1, number(clearedColleague, query), query);
            assertEquals(0, number(COM, query), query);
            assertEquals(0, number(FRANCE, query), query);
        }
        Actor uncleared =
                TestTokens.person("eeas-uncleared", "EU-EEAS", Role.ANALYST).actor();
        for (String query : List.of(batches, uploads, counts)) {
            assertEquals(0, number(uncleared, query), query);
        }
    }

    @Test
    void a_release_is_hidden_from_whoever_stands_on_neither_side() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM", "US-BIS");
        VersionRef held = Exhibiting.held(caseId, "asked for by one", "marking", TO_COUNCIL);
        String id = Releasing.asked(People.comAnalyst(), caseId, "QUOTE", Releasing.TO_ELECTORATE, held);
        String grantId = Releasing.shared(caseId, Map.of("kind", "AGENCY", "name", "US-BIS"), Map.of(), held);
        String request = "select count(*) from release_request where id = '" + id + "'";
        String items = "select count(*) from release_item where request_id = '" + id + "'";
        String grants = "select count(*) from release_grant where request_id = '" + grantId + "'";
        String journal = "select count(*) from journal where type like 'release.%' and case_id = '" + caseId + "'";
        Actor bis = TestTokens.person("bis-analyst", "US-BIS", Role.ANALYST).actor();
        assertEquals(List.of(1L, 1L, 1L, 3L), numbers(EEAS, request, items, grants, journal));
        assertEquals(List.of(1L, 1L, 0L, 1L), numbers(COM, request, items, grants, journal));
        assertEquals(List.of(0L, 0L, 1L, 0L), numbers(bis, request, items, grants, journal));
        assertEquals(List.of(0L, 0L, 0L, 0L), numbers(FRANCE, request, items, grants, journal));
    }

    @Test
    void a_look_is_hidden_from_everybody_but_its_reader() {
        VersionRef held = Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "looked at", "marking", TO_COUNCIL);
        People.comAnalyst()
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/exhibits/{id}/versions/1/viewings", held.exhibitId())
                .then()
                .statusCode(201);
        String looks = "select count(*) from viewing where exhibit_id = '" + held.exhibitId() + "'";
        assertEquals(1, number(COM, looks));
        assertEquals(0, number(EEAS, looks));
        assertEquals(0, number(FRANCE, looks));
    }

    @Test
    void that_two_exhibits_belong_together_is_hidden_from_whoever_does_not_see_both() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef whole = Exhibiting.held(caseId, "with a name");
        String copy = People.eeasAnalyst()
                .contentType("application/json")
                .body(Map.of(
                        "title", "Without it",
                        "mediaType", "text/plain",
                        "removed", "A name",
                        "reason", "It is nobody's business",
                        "passages", List.of("name")))
                .post("/api/v1/exhibits/{id}/versions/1/redacted-copies", whole.exhibitId())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Exhibiting.filled(People.eeasAnalyst(), UUID.fromString(copy), 1, "without it");
        People.eeasAnalyst()
                .post("/api/v1/exhibits/{id}/versions/1/redaction-check", copy)
                .then()
                .statusCode(200);
        Map<String, Object> instead =
                Map.of("exhibitId", whole.exhibitId(), "version", 1, "copy", new VersionRef(UUID.fromString(copy), 1));
        Map<String, String> toCom = Map.of("kind", "AGENCY", "name", "EU-COM");
        Releasing.approve(
                        Releasing.asked(People.eeasAnalyst(), caseId, "SHARE", toCom, whole),
                        Map.of("redactedCopies", List.of(instead)),
                        whole)
                .statusCode(200);
        String seen = "select count(*) from exhibit_version where exhibit_id = '" + copy + "'";
        String pair = "select count(*) from redaction where copy_id = '" + copy + "'";
        String checks = "select count(*) from redaction_check where copy_id = '" + copy + "'";
        assertEquals(List.of(1L, 1L, 1L), numbers(EEAS, seen, pair, checks));
        assertEquals(List.of(1L, 0L, 0L), numbers(COM, seen, pair, checks));
        assertEquals(List.of(0L, 0L, 0L), numbers(FRANCE, seen, pair, checks));
    }

    private List<Long> numbers(Actor reader, String... queries) {
        return Stream.of(queries).map(query -> number(reader, query)).toList();
    }

    @Test
    void a_job_sees_what_it_claims_and_nothing_else() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef own = Exhibiting.held(caseId, "claimed");
        String all = "select count(*) from exhibit";
        assertEquals(1, Acting.as(new SystemActor("job", Set.of(own.exhibitId())), () -> number(all)));
        assertEquals(0, Acting.as(new SystemActor("job", Set.of()), () -> number(all)));
    }

    @Test
    void without_settings_there_is_no_row_in_any_table_with_case_content() throws SQLException {
        UUID caseId = Listing.caseOf("EU-EEAS");
        Exhibiting.held(caseId, "there is something");
        Uploading.eeasAnalyst().created(Uploading.eeasAnalyst().batch(caseId), 3, "on its way");
        for (String table : tablesWithCaseContent()) {
            try (Connection app = Databases.asApp();
                    Statement query = app.createStatement();
                    ResultSet row = query.executeQuery("select count(*) from " + table)) {
                row.next();
                assertEquals(0, row.getLong(1), table);
            }
        }
    }

    @Test
    void every_table_with_case_content_has_row_level_security_forced() throws SQLException {
        Set<String> unprotected = new TreeSet<>();
        try (Connection owner = Databases.asOwner();
                Statement query = owner.createStatement();
                ResultSet row = query.executeQuery("""
                        select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        and not (relrowsecurity and relforcerowsecurity)""")) {
            while (row.next()) {
                unprotected.add(row.getString(1));
            }
        }
        assertEquals(
                Set.of("person", "feed_cursor", "feed_seen", "flyway_schema_history", "journal_unnumbered"),
                unprotected);
    }

    @Test
    void the_service_changes_no_journal_and_no_blob() throws SQLException {
        for (String change : List.of(
                "update journal set type = 'x'",
                "delete from journal",
                "delete from journal_payload",
                "update blob set owner = 'x'",
                "update blob set wrapped_key = null",
                "select blobs_wrapped('{}', '{}')",
                "select take_to_verify(now(), now(), null)",
                "delete from verification",
                "update protected_source set wrapped_key = null",
                "delete from protected_source",
                "update source_handler set sub = 'x'",
                "delete from source_handler",
                "select sources_wrapped('{}', '{}')",
                "delete from blob",
                "delete from exhibit_version",
                "update batch set owner = 'x'",
                "delete from batch",
                "delete from upload",
                "delete from intake",
                "delete from exhibit")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
    }

    private static Set<String> tablesWithCaseContent() {
        return Set.of(
                "exhibit",
                "exhibit_version",
                "blob",
                "batch",
                "upload",
                "intake",
                "scan",
                "scan_override",
                "verification",
                "retention",
                "legal_hold",
                "disposal",
                "personal_data_share",
                "pointer",
                "spill",
                "spilled",
                "spill_settlement",
                "spill_acknowledgement",
                "protected_source",
                "source_handler",
                "kek",
                "citation",
                "auditor",
                "case_programme",
                "participation",
                "party",
                "recusal",
                "marked_copy",
                "read_purpose",
                "release_grant",
                "release_request",
                "release_item",
                "journal",
                "journal_payload",
                "journal_position");
    }

    /** Asks the repository's inherited methods, which know no reader. */
    private long unfiltered(Actor reader, VersionRef ref) {
        return inTransaction(reader, () -> exhibits.findByIdOptional(ref.exhibitId()).map(Exhibit::id).stream()
                .count());
    }

    private long versions(Actor reader, VersionRef ref) {
        return number(reader, "select count(*) from exhibit_version where exhibit_id = '" + ref.exhibitId() + "'");
    }

    private long number(Actor reader, String query) {
        return Acting.asActor(reader, () -> number(query));
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(query, Long.class).getSingleResult());
    }

    private long inTransaction(Actor reader, Callable<Long> work) {
        return Acting.asActor(reader, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
