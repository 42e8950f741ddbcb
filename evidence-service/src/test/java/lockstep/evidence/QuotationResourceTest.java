package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.TO_ELECTORATE;
import static lockstep.evidence.Releasing.act;
import static lockstep.evidence.Releasing.approve;
import static lockstep.evidence.Releasing.asked;
import static lockstep.evidence.Releasing.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** Whether a programme's printed text may cite a version (G10), as listing-service asks it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class QuotationResourceTest {
    private static final String ROUTE = "/internal/releases/unquotable";

    private static Set<UUID> refused(String programme, UUID caseId, VersionRef... items) {
        List<String> ids = People.listingService()
                .contentType(ContentType.JSON)
                .body(Map.of("programme", programme, "items", List.of(items), "caseIds", List.of(caseId)))
                .post(ROUTE)
                .then()
                .statusCode(200)
                .extract()
                .path("refused.exhibitId");
        return new HashSet<>(ids.stream().map(UUID::fromString).toList());
    }

    private static VersionRef summaryOnly(UUID caseId) {
        return Exhibiting.held(caseId, "summary " + UUID.randomUUID(), "relianceUse", "SUMMARY_ONLY");
    }

    private static String quoted(UUID caseId, String kind, Map<String, ?> conditions, VersionRef item) {
        String id = asked(People.eeasAnalyst(), caseId, kind, TO_ELECTORATE, item);
        approve(id, conditions, item).statusCode(200);
        return id;
    }

    @Test
    void what_its_originator_declared_public_or_disclosable_is_free_and_nothing_else() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef open = Exhibiting.held(caseId, "public", "relianceUse", "PUBLIC");
        VersionRef disclosable = Exhibiting.held(caseId, "disclosable");
        VersionRef summary = summaryOnly(caseId);
        VersionRef lead = Exhibiting.held(caseId, "lead", "relianceUse", "LEAD_ONLY");
        VersionRef nowhere = new VersionRef(UUID.randomUUID(), 1);
        assertEquals(
                Set.of(summary.exhibitId(), lead.exhibitId(), nowhere.exhibitId()),
                refused(Listing.PROGRAMME, caseId, open, disclosable, summary, lead, nowhere));
    }

    @Test
    void what_belongs_to_another_case_is_refused() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef elsewhere = Exhibiting.held(Listing.caseOf("EU-EEAS"), "elsewhere", "relianceUse", "PUBLIC");
        assertEquals(Set.of(elsewhere.exhibitId()), refused(Listing.PROGRAMME, caseId, elsewhere));
    }

    @Test
    void a_release_for_quotation_or_for_print_covers_its_programme_until_it_is_revoked() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        for (String kind : List.of("QUOTE", "PUBLISH")) {
            VersionRef item = summaryOnly(caseId);
            String id = quoted(caseId, kind, Map.of(), item);
            assertEquals(Set.of(), refused(Listing.PROGRAMME, caseId, item), kind);
            assertEquals(Set.of(item.exhibitId()), refused("UK-RUS", caseId, item), kind);
            act(officer(), id, "revoke", Map.of("reason", "The source is in danger"))
                    .statusCode(200);
            assertEquals(Set.of(item.exhibitId()), refused(Listing.PROGRAMME, caseId, item), kind);
        }
    }

    @Test
    void a_release_to_read_or_for_the_party_allows_no_quotation_nor_does_one_that_only_was_asked_for() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef item = summaryOnly(caseId);
        quoted(caseId, "SHARE", Map.of(), item);
        quoted(caseId, "DISCLOSE_TO_PARTY", Map.of(), item);
        asked(People.eeasAnalyst(), caseId, "QUOTE", TO_ELECTORATE, item);
        assertEquals(Set.of(item.exhibitId()), refused(Listing.PROGRAMME, caseId, item));
    }

    @Test
    void a_release_for_quotation_ends_at_its_instant_without_any_job() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef item = summaryOnly(caseId);
        Instant end = Instant.now().plusSeconds(2);
        quoted(caseId, "QUOTE", Map.of("until", end.toString()), item);
        assertEquals(Set.of(), refused(Listing.PROGRAMME, caseId, item));
        while (Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertEquals(Set.of(item.exhibitId()), refused(Listing.PROGRAMME, caseId, item));
    }

    @Test
    void where_a_redacted_copy_goes_out_the_copy_is_quoted_and_not_the_original() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef item = summaryOnly(caseId);
        VersionRef copy = Redacting.copyOf(item, "without a name");
        quoted(caseId, "QUOTE", Redacting.instead(item, copy), item);
        assertEquals(Set.of(item.exhibitId()), refused(Listing.PROGRAMME, caseId, item, copy));
    }

    @Test
    void persons_do_not_ask_it_and_a_question_is_whole() {
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Map.of("programme", "UK-RUS", "items", List.of(), "caseIds", List.of()))
                        .post(ROUTE),
                403,
                "not-permitted");
        problem(People.listingService().contentType(ContentType.JSON).body("{}").post(ROUTE), 422, "invalid-input");
    }
}
