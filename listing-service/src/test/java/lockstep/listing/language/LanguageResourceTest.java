package lockstep.listing.language;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.person;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Japan;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is written in each language that its law asks for, confirmed by another person, and printed in all (G10). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class LanguageResourceTest {
    private static final List<String> JAPANESE = List.of("同社は物品を輸送した。", "よって要件を満たす。");

    @Inject
    ReleaseJob release;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static String route(UUID proposal) {
        return "/api/v1/proposals/" + proposal + "/language-versions";
    }

    private static ValidatableResponse languages(TestTokens who, UUID proposal) {
        return must(as(who).get(route(proposal))).then();
    }

    private static String textHash(UUID proposal) {
        return languages(Japan.chair(), proposal).extract().path("contentHash");
    }

    private static Response write(TestTokens who, UUID proposal, String name, List<String> paragraphs) {
        Map<String, Object> body = new HashMap<>();
        body.put("language", "ja");
        body.put("contentHashRead", textHash(proposal));
        body.put("name", name);
        body.put("paragraphs", paragraphs);
        return as(who).body(body).post(route(proposal));
    }

    private static Response confirm(TestTokens who, UUID proposal, String sha256) {
        return as(who).body(Map.of("sha256Read", sha256)).post(route(proposal) + "/ja/confirm");
    }

    private static String written(UUID proposal) {
        return must(write(Japan.analyst(), proposal, "メリディアン・ベール", JAPANESE))
                .jsonPath()
                .getString("languages[0].sha256");
    }

    @Test
    void what_lacks_a_language_is_not_scheduled_and_what_has_it_is_printed_in_it() throws Exception {
        UUID proposal = Japan.submitted();
        UUID pack = Japan.adopted(proposal);
        languages(Japan.publisher(), proposal)
                .body("workingLanguage", equalTo("en"))
                .body("original.paragraphs", contains("It shipped goods.", "Therefore it is met."))
                .body("languages.language", contains("ja"))
                .body("languages.state", contains("MISSING"));
        refused(Japan.schedule(pack, proposal), 409, "language-version-missing")
                .body("errors.reason", contains("language-version-missing"))
                .body("errors[0].detail", containsString("ja"));
        must(as(Japan.publisher()).get("/api/v1/packages/" + pack))
                .then()
                .body("allowedActions.find { it.action == 'schedule' }.reason", equalTo("language-version-missing"));

        String sha256 = written(proposal);
        refused(Japan.schedule(pack, proposal), 409, "language-version-missing");
        must(confirm(Japan.legal(), proposal, sha256))
                .then()
                .body("languages[0].state", equalTo("CONFIRMED"))
                .body("languages[0].confirmed.account", equalTo("meti-legal"));
        must(as(Japan.publisher()).get("/api/v1/packages/" + pack + "/outputs"))
                .then()
                .body("items[0].outputs.language", contains("en", "ja"));

        must(Japan.schedule(pack, proposal));
        refused(write(Japan.analyst(), proposal, null, JAPANESE), 409, "not-in-this-status");
        Time.releaseOf(pack);
        release.run();
        String listing = must(as(Japan.analyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("listingId");
        must(as(Japan.analyst()).get("/api/v1/listings/" + listing))
                .then()
                .body("outputs.language", contains("en", "ja"))
                .body("outputs[0].text", not(containsString("メリディアン")))
                .body("outputs[1].text", containsString("Name: メリディアン・ベール\n"));
    }

    private static void waits(TestTokens who, UUID proposal, String kind, boolean so) {
        var kinds = "items.findAll { it.proposalId == '" + proposal + "' }.kind";
        must(as(who).get("/api/v1/inbox")).then().body(kinds, so ? hasItem(kind) : not(hasItem(kind)));
    }

    @Test
    void what_a_renewal_keeps_needs_no_other_language() throws Exception {
        UUID proposal = Japan.submitted();
        UUID pack = Japan.adopted(proposal);
        must(confirm(Japan.legal(), proposal, written(proposal)));
        must(Japan.schedule(pack, proposal));
        Time.releaseOf(pack);
        release.run();
        String listing = must(as(Japan.analyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("listingId");
        // No bundled programme both renews a list as a whole and asks for another language.
        change("delete from language_version where proposal_id = '" + proposal + "'");
        String about = "', status = 'APPROVED', listing_id = '" + listing + "' where id = '" + proposal + "'";
        change("update proposal set kind = 'AMEND" + about);
        waits(Japan.analyst(), proposal, "language-write", true);
        change("update proposal set kind = 'RENEW" + about);
        waits(Japan.analyst(), proposal, "language-write", false);
        waits(Japan.secretary(1), proposal, "language-write", false);
    }

    private static void change(String update) throws Exception {
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    @Test
    void who_writes_and_who_confirms_is_waited_for() {
        UUID proposal = Japan.submitted();
        waits(Japan.analyst(), proposal, "language-write", false);
        Japan.adopted(proposal);
        waits(Japan.analyst(), proposal, "language-write", true);
        waits(Japan.secretary(1), proposal, "language-write", true);
        waits(Japan.legal(), proposal, "language-confirm", false);
        String sha256 = written(proposal);
        waits(Japan.analyst(), proposal, "language-write", false);
        waits(Japan.legal(), proposal, "language-confirm", true);
        must(confirm(Japan.legal(), proposal, sha256));
        waits(Japan.legal(), proposal, "language-confirm", false);
    }

    @Test
    void a_better_version_is_confirmed_anew() {
        UUID proposal = Japan.submitted();
        String first = written(proposal);
        must(confirm(Japan.legal(), proposal, first));
        must(write(Japan.analyst(), proposal, "メリディアン・ベール", JAPANESE))
                .then()
                .body("languages[0].state", equalTo("CONFIRMED"))
                .body("languages[0].version", equalTo(1));
        must(write(Japan.secretary(1), proposal, null, JAPANESE))
                .then()
                .body("languages[0].state", equalTo("WRITTEN"))
                .body("languages[0].version", equalTo(2))
                .body("languages[0].confirmed", nullValue())
                .body("languages[0].written.account", equalTo("mofa-secretary-1"));
        refused(confirm(Japan.legal(), proposal, first), 409, "stale-revision");
    }

    @Test
    void a_version_is_of_the_revision_that_stands() {
        UUID proposal = Japan.submitted();
        must(confirm(Japan.legal(), proposal, written(proposal)));
        Story.act(
                Japan.chair(),
                proposal,
                "return",
                Map.of("revisionRead", 1, "code", "TRANSLATION_DEFECT", "text", "x"));
        refused(write(Japan.analyst(), proposal, null, JAPANESE), 409, "not-in-this-status");
    }

    @Test
    void one_person_writes_and_a_lawyer_confirms() throws Exception {
        UUID proposal = Japan.submitted();
        refused(write(Japan.analyst(), proposal, null, List.of("一。")), 422, "paragraphs-differ");
        refused(write(Japan.analyst(), proposal, null, List.of("一。", " ")), 422, "invalid-input")
                .body("errors.pointer", contains("/paragraphs/1"));
        refused(confirm(Japan.legal(), proposal, "0".repeat(64)), 409, "nothing-to-confirm");
        refused(
                as(Japan.analyst())
                        .body(Map.of("language", "fr", "contentHashRead", textHash(proposal), "paragraphs", JAPANESE))
                        .post(route(proposal)),
                422,
                "language-not-asked");
        refused(
                as(Japan.analyst())
                        .body(Map.of("language", "ja", "contentHashRead", "0".repeat(64), "paragraphs", JAPANESE))
                        .post(route(proposal)),
                409,
                "stale-revision");
        refused(write(person("mofa-analyst", "JP-MOFA", Role.ANALYST), proposal, null, JAPANESE), 403, "no-office");
        String sha256 = written(proposal);
        refused(confirm(Japan.chair(), proposal, sha256), 403, "not-permitted");
        refused(confirm(person("mofa-legal", "JP-MOFA", Role.LEGAL), proposal, sha256), 403, "no-office");
        must(as(Japan.legal()).get("/api/v1/proposals/" + proposal))
                .then()
                .body("allowedActions.findAll { it.allowed }.action", hasItem("confirm-language-version"));
        must(confirm(Japan.legal(), proposal, sha256));

        People.appoint("meti-legal-2", "JP-METI", "JP-FEFTA", null, "legal");
        TestTokens both = person("meti-legal-2", "JP-METI", Role.LEGAL, Role.ANALYST);
        String own = must(write(both, proposal, "別名", JAPANESE)).jsonPath().getString("languages[0].sha256");
        refused(confirm(both, proposal, own), 409, "four-eyes");
    }

    @Test
    void it_is_in_the_history_by_its_hash_and_seen_by_nobody_else() throws Exception {
        UUID proposal = Japan.submitted();
        String sha256 = written(proposal);
        refused(as(People.eeasAnalyst()).get(route(proposal)), 404, "not-found");
        refused(
                as(People.eeasAnalyst())
                        .body(Map.of("language", "ja", "contentHashRead", "0".repeat(64), "paragraphs", JAPANESE))
                        .post(route(proposal)),
                404,
                "not-found");
        String caseId = must(as(Japan.analyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("caseId");
        must(as(Japan.analyst()).get("/api/v1/cases/" + caseId + "/history"))
                .then()
                .body("items.find { it.type == 'proposal.language-written' }.payload.detail.sha256", equalTo(sha256))
                .body("items.find { it.type == 'proposal.language-written' }.actor.account", notNullValue());
        assertEquals(
                1, Databases.number("select count(*) from language_version where proposal_id = '" + proposal + "'"));
    }

    @Test
    void a_programme_that_asks_for_no_other_language_has_none() {
        UUID proposal = Story.submitted();
        languages(People.eeasAnalyst(), proposal).body("languages", empty());
        must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .then()
                .body("allowedActions.action", not(hasItem("write-language-version")));
    }
}
