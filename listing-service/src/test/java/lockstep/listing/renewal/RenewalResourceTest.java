package lockstep.listing.renewal;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.publisher;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.notice.RemindJob;
import lockstep.listing.publication.LapseJob;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.Council;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.MovableClock;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annex IV ends as a whole on the last day of January or July, unless one package renews it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RenewalResourceTest {
    private static final String RENEWAL = "/api/v1/programmes/EU-833-IV/renewal";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Inject
    CloseRoundsJob closing;

    @Inject
    ReleaseJob release;

    @Inject
    LapseJob lapse;

    @Inject
    RemindJob remind;

    @BeforeEach
    void aListOfItsOwn() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        EvidenceStandIn.allQuotable();
        change(
                "update listing set status = 'EXPIRED', ended_at = now() where status = 'ACTIVE' and programme = 'EU-833-IV'");
    }

    @AfterEach
    void now() {
        MovableClock.letGo();
    }

    private static void change(String update, Object... values) throws Exception {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(update)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private void released(UUID pack, Map<String, Object> order) throws Exception {
        must(as(publisher()).body(order).post("/api/v1/packages/" + pack + "/schedule"));
        Time.releaseOf(pack);
        release.run();
    }

    /** Added together; their listings, in that order. */
    private List<UUID> listed(int many) throws Exception {
        UUID[] proposals = Stream.generate(Story::ready).limit(many).toArray(UUID[]::new);
        UUID pack = Council.adopted(closing, proposals);
        released(pack, Council.order(pack, proposals));
        return Stream.of(proposals).map(RenewalResourceTest::listingOf).toList();
    }

    private static UUID listingOf(UUID proposal) {
        return UUID.fromString(must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .path("listingId"));
    }

    private static ValidatableResponse listing(UUID id) {
        return must(as(People.eeasAnalyst()).get("/api/v1/listings/" + id)).then();
    }

    private static Instant term(UUID listing) {
        return Instant.parse(listing(listing).extract().path("expiresAt"));
    }

    private static Response draft(TestTokens who, List<UUID> listings) {
        return as(who).body(Map.of("listingIds", listings)).post(RENEWAL + "/sheets");
    }

    private static List<UUID> sheets(List<UUID> listings) {
        return must(draft(People.eeasAnalyst(), listings)).jsonPath().getList("items.proposalId", UUID.class);
    }

    /** The first moment after the last day of January or July. */
    private static Instant endAfter(Instant moment) {
        ZonedDateTime day = moment.atZone(BRUSSELS).truncatedTo(ChronoUnit.DAYS);
        do {
            day = day.plusDays(1);
        } while (day.getDayOfMonth() != 1 || day.getMonthValue() != 2 && day.getMonthValue() != 8);
        return day.toInstant();
    }

    private static Map<String, Object> read(UUID proposal) {
        JsonPath its = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath();
        return Map.of("proposalId", proposal, "revisionRead", its.getInt("revision"));
    }

    private static void all(TestTokens who, String act, List<UUID> proposals, Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("items", proposals.stream().map(RenewalResourceTest::read).toList());
        must(as(who).body(body).post("/api/v1/proposals/" + act)).then().body("items.done", everyItem(equalTo(true)));
    }

    private static void throughReview(List<UUID> proposals) {
        all(People.eeasSubmitter(), "submissions", proposals, Map.of());
        all(People.chair(), "acceptances", proposals, Map.of());
        all(People.comReviewer(), "endorsements", proposals, Map.of("note", "Agreed."));
        Map<String, Object> opinion = new HashMap<>(Story.opinion());
        opinion.remove("revisionRead");
        all(People.legal(), "sufficiencies", proposals, opinion);
    }

    /** What a client would send to amend: the text as it is read, with other words in its first reason. */
    private static void amend(UUID proposal) {
        Response read = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal));
        Map<String, Object> text = new HashMap<>(read.jsonPath().getMap("text"));
        text.remove("subject");
        text.remove("subjectVersion");
        List<Map<String, Object>> reasons = new ArrayList<>();
        read.jsonPath().<Map<String, Object>>getList("text.reasons").forEach(one -> {
            Map<String, Object> reason = new HashMap<>();
            for (String field : List.of("type", "text", "selfSufficient", "criterion")) {
                reason.put(field, one.get(field));
            }
            List<Map<String, Object>> cites = new ArrayList<>();
            ((List<?>) one.get("cites")).forEach(cite -> {
                Map<?, ?> its = (Map<?, ?>) cite;
                cites.add(Map.of("exhibitId", its.get("exhibitId"), "version", its.get("version")));
            });
            reason.put("cites", cites);
            reasons.add(reason);
        });
        reasons.getFirst().put("text", "It shipped other goods, too.");
        text.put("reasons", reasons);
        must(as(People.eeasAnalyst())
                .header("If-Match", "\"" + read.jsonPath().getLong("version") + "\"")
                .body(text)
                .put("/api/v1/proposals/" + proposal));
    }

    @Test
    void of_two_sheets_the_one_that_is_further_along_is_shown() throws Exception {
        UUID on = listed(1).getFirst();
        UUID further = removal(on);
        must(as(People.person("eeas-submitter", "EU-EEAS", Role.SUBMITTER))
                .body(Map.of("revisionRead", 1))
                .post("/api/v1/proposals/" + further + "/submit"));
        UUID later = removal(on);
        entry(on, "DROP", further);
        must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + later)).then().body("status", equalTo("DRAFT"));
    }

    private static UUID removal(UUID listing) {
        return change(listing, "REMOVE");
    }

    private static UUID change(UUID listing, String kind) {
        JsonPath its = listing(listing).extract().jsonPath();
        UUID caseId = UUID.fromString(its.getString("caseId"));
        Map<String, Object> text = new HashMap<>(Story.text(caseId, UUID.fromString(its.getString("subjectId"))));
        text.put("kind", kind);
        text.put("listingId", listing);
        return id(as(People.eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
    }

    private static void entry(UUID listing, String sheet, UUID proposal) {
        must(as(People.eeasAnalyst()).queryParam("sheet", sheet).get(RENEWAL + "/entries"))
                .then()
                .body("items.find { it.listingId == '" + listing + "' }.proposalId", equalTo(proposal + ""));
    }

    @Test
    void one_package_keeps_amends_and_drops_and_what_is_kept_is_printed_no_more() throws Exception {
        List<UUID> on = listed(4);
        Instant end = term(on.getFirst());
        assertEquals(endAfter(Instant.now()), end);
        must(as(People.chair()).get(RENEWAL))
                .then()
                .body("expiresAt", equalTo(end.toString()))
                .body("nextTerm", equalTo(endAfter(end).toString()))
                .body("sheets.NONE", equalTo(4));

        List<UUID> drafted = sheets(on.subList(0, 3));
        assertEquals(drafted, sheets(on.subList(0, 3)), "what has a sheet keeps it");
        amend(drafted.get(1));
        UUID dropping = removal(on.get(3));
        entry(on.get(0), "KEEP", drafted.get(0));
        entry(on.get(1), "AMEND", drafted.get(1));
        entry(on.get(3), "DROP", dropping);
        must(as(People.eeasAnalyst()).get(RENEWAL))
                .then()
                .body("sheets", equalTo(Map.of("KEEP", 2, "AMEND", 1, "DROP", 1)))
                .body("statuses.DRAFT", equalTo(4));

        List<UUID> deciding = List.of(drafted.get(0), drafted.get(1), dropping);
        throughReview(deciding);
        UUID pack = Council.adopted(closing, deciding.toArray(UUID[]::new));
        // The fourth sheet is still a draft: its entry ends with the term, the others wait for their release.
        for (UUID over : on.subList(1, 4)) {
            Time.termOf(over);
        }
        lapse.run();
        listing(on.get(1)).body("status", equalTo("ACTIVE"));
        listing(on.get(2)).body("status", equalTo("EXPIRED"));
        listing(on.get(3)).body("status", equalTo("ACTIVE"));

        Map<String, Object> order = Council.order(pack);
        order.put(
                "entries",
                Stream.of(drafted.get(0), dropping)
                        .map(its -> Map.of("proposalId", its, "number", "A1", "listedDate", "2026-07-21"))
                        .toList());
        refused(as(publisher()).body(order).post("/api/v1/packages/" + pack + "/schedule"), 422, "entry-incomplete")
                .body(
                        "errors.pointer",
                        contains(
                                "/entries/0/number",
                                "/entries/0/listedDate",
                                "/entries",
                                "/entries/1/number",
                                "/entries/1/listedDate"))
                .body(
                        "errors.reason",
                        contains("number-stands", "date-stands", "entry-incomplete", "number-stands", "date-stands"));
        released(pack, Council.order(pack, drafted.get(1)));
        listing(on.get(0))
                .body("status", equalTo("ACTIVE"))
                .body("expiresAt", equalTo(endAfter(end).toString()))
                .body("acts.kind", contains("ADD", "RENEW"))
                .body("succeededBy", nullValue());
        must(as(People.chair()).get(RENEWAL))
                .then()
                .body("renewed", equalTo(1))
                .body("sheets", equalTo(Map.of("NONE", 1)));
        listing(on.get(1)).body("status", equalTo("SUPERSEDED"));
        assertEquals(end, term(listingOf(drafted.get(1))), "of a term that is over the next one is the present");
        listing(on.get(3)).body("status", equalTo("REMOVED"));
        must(as(publisher()).get("/api/v1/proposals/" + drafted.get(0)))
                .then()
                .body("status", equalTo("PUBLISHED"))
                .body("listingId", equalTo(on.get(0).toString()));

        UUID later = listed(1).getFirst();
        assertEquals(endAfter(end), term(later), "what comes onto a renewed list has the term of the others");
    }

    @Test
    void two_sheets_for_one_entry_are_in_no_package_together_and_what_prints_nothing_keeps_its_number()
            throws Exception {
        UUID on = listed(1).getFirst();
        UUID keeping = sheets(List.of(on)).getFirst();
        UUID dropping = removal(on);
        throughReview(List.of(keeping));
        ready(dropping, keeping);
        refused(
                as(People.chair())
                        .body(Map.of(
                                "programme",
                                "EU-833-IV",
                                "title",
                                "Renewal",
                                "draftAct",
                                "Annex IV",
                                "proposalIds",
                                List.of(keeping, dropping)))
                        .post("/api/v1/packages"),
                409,
                "listing-twice");
        UUID forming = Story.packageOf(keeping);
        refused(
                as(People.chair())
                        .body(Map.of("proposalIds", List.of(dropping)))
                        .post("/api/v1/packages/" + forming + "/entries"),
                409,
                "listing-twice");
        must(as(People.chair()).delete("/api/v1/packages/" + forming + "/entries/" + keeping));
        UUID pack = Council.adopted(closing, keeping);
        must(as(publisher()).get("/api/v1/packages/" + pack + "/outputs"))
                .then()
                .body("items.outputs.flatten()", empty());
        must(as(publisher()).body(Council.order(pack)).post("/api/v1/packages/" + pack + "/schedule"));
        String number = listing(on).extract().path("number");
        must(as(publisher()).get("/api/v1/packages/" + pack))
                .then()
                .body("entries.sheet", contains("KEEP"))
                .body("entries.number", contains(number));
    }

    /** Ready for a package, with the sheet of the same entry judged to be another row. */
    private static UUID ready(UUID proposal, UUID beside) {
        Story.act(People.eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1));
        Story.act(
                People.chair(),
                proposal,
                "accept",
                Map.of(
                        "revisionRead",
                        1,
                        "judgements",
                        List.of(Map.of(
                                "matchId", beside, "judgement", "SAME_SEVERAL_ROWS", "reason", "The other one."))));
        Story.act(People.comReviewer(), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        Story.act(People.legal(), proposal, "find-sufficient", Story.opinion());
        return proposal;
    }

    @Test
    void what_was_decided_to_be_kept_is_kept_as_it_was_amended_meanwhile() throws Exception {
        UUID on = listed(1).getFirst();
        Instant end = term(on);
        UUID keeping = sheets(List.of(on)).getFirst();
        throughReview(List.of(keeping));
        UUID amending = ready(change(on, "AMEND"), keeping);
        UUID renewal = Council.adopted(closing, keeping);
        UUID amendment = Council.adopted(closing, amending);
        released(amendment, Council.order(amendment, amending));
        UUID amended = listingOf(amending);
        assertEquals(end, term(amended));
        released(renewal, Council.order(renewal));
        listing(amended)
                .body("status", equalTo("ACTIVE"))
                .body("expiresAt", equalTo(endAfter(end).toString()))
                .body("acts.kind", contains("ADD", "AMEND", "RENEW"));
    }

    @Test
    void what_the_renewing_act_adds_has_the_new_term_and_a_decision_that_waits_for_its_second_person_counts()
            throws Exception {
        UUID on = listed(1).getFirst();
        Instant end = term(on);
        UUID keeping = sheets(List.of(on)).getFirst();
        throughReview(List.of(keeping));
        UUID added = Story.ready();
        UUID pack = Council.before(closing, added, keeping);
        UUID record = id(Council.write(1, pack, Council.minutes(pack)));
        Time.termOf(on);
        lapse.run();
        listing(on).body("status", equalTo("ACTIVE"));
        change("update listing set expires_at = ? where programme = 'EU-833-IV' and status = 'ACTIVE'", at(end));
        must(Council.confirm(2, pack, record));
        released(pack, Council.order(pack, added));
        assertEquals(endAfter(end), term(on));
        assertEquals(endAfter(end), term(listingOf(added)));
    }

    @Test
    void of_a_sheet_that_is_written_anew_others_read_what_was_submitted() throws Exception {
        UUID on = listed(1).getFirst();
        UUID sheet = sheets(List.of(on)).getFirst();
        all(People.eeasSubmitter(), "submissions", List.of(sheet), Map.of());
        all(People.chair(), "acceptances", List.of(sheet), Map.of());
        Story.act(
                People.comReviewer(),
                sheet,
                "return",
                Map.of("revisionRead", 1, "code", "LEGAL_DEFECT", "text", "Mend it."));
        amend(sheet);
        entry(on, "AMEND", sheet);
        must(as(People.chair()).get(RENEWAL)).then().body("sheets", equalTo(Map.of("KEEP", 1)));
        must(as(People.chair()).get(RENEWAL + "/entries"))
                .then()
                .body("items.sheet", contains("KEEP"))
                .body("items.revision", contains(1));
    }

    @Test
    void what_is_not_renewed_ends_together_and_at_once() throws Exception {
        List<UUID> on = listed(2);
        sheets(on);
        Instant end = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        change("update listing set expires_at = ? where programme = 'EU-833-IV'", at(end));
        lapse.run();
        for (UUID over : on) {
            listing(over).body("status", equalTo("EXPIRED")).body("endedAt", equalTo(end.toString()));
        }
        must(as(People.chair()).get(RENEWAL)).then().body("expiresAt", nullValue());
        must(draft(People.eeasAnalyst(), on)).then().body("items.reason", everyItem(equalTo("nothing-to-renew")));
    }

    @Test
    void the_chair_finds_it_in_the_inbox_from_the_first_warning_on_and_is_told_three_times() throws Exception {
        listed(1);
        change("update listing set expires_at = ? where programme = 'EU-833-IV' and status = 'ACTIVE'", at(in(95)));
        assertTrue(!inbox(People.chair()).contains("renew-in-time"));
        Instant end = in(85);
        change("update listing set expires_at = ? where programme = 'EU-833-IV' and status = 'ACTIVE'", at(end));
        must(as(People.chair()).get("/api/v1/inbox"))
                .then()
                .body("items.find { it.kind == 'renew-in-time' }.due", equalTo(end.toString()));
        assertTrue(!inbox(People.legal()).contains("renew-in-time"));

        change("update listing set published_at = published_at - interval '40 days'"
                + " where programme = 'EU-833-IV' and status = 'ACTIVE'");
        for (int days : List.of(90, 30, 7)) {
            MovableClock.set(end.atZone(BRUSSELS).minusDays(days).toInstant().plus(Duration.ofMinutes(1)));
            remind.run();
            remind.run();
            assertEquals(1, told("P" + days + "D", end), days + " days before");
        }
    }

    @Test
    void who_releases_is_warned_of_an_adopted_renewal_that_outlasts_its_term_and_the_listing_says_so()
            throws Exception {
        UUID on = listed(1).getFirst();
        UUID keeping = sheets(List.of(on)).getFirst();
        throughReview(List.of(keeping));
        UUID pack = Council.adopted(closing, keeping);
        String mine = "items.findAll { it.packageId == '" + pack + "' }.kind";
        must(as(publisher()).get("/api/v1/inbox")).then().body(mine, not(hasItem("release-renewal")));
        Instant end = in(3);
        change("update listing set expires_at = ? where id = ?", at(end), on);
        must(as(publisher()).body(Council.order(pack)).post("/api/v1/packages/" + pack + "/schedule"));
        MovableClock.set(end.minus(Duration.ofHours(23)));
        must(as(publisher()).get("/api/v1/inbox")).then().body(mine, not(hasItem("release-renewal")));
        must(as(publisher())
                .body(Map.of("reason", "Not printed that day."))
                .post("/api/v1/packages/" + pack + "/unschedule"));
        for (TestTokens who : List.of(publisher(), People.chair())) {
            must(as(who).get("/api/v1/inbox")).then().body(mine, hasItem("release-renewal"));
        }
        must(as(People.legal()).get("/api/v1/inbox")).then().body(mine, not(hasItem("release-renewal")));
        try (Connection app = Databases.asApp();
                Statement asked = app.createStatement()) {
            app.setAutoCommit(false);
            Databases.set(app, "lockstep.sub", TestTokens.sub("doj-analyst"));
            Databases.set(app, "lockstep.agency", "US-DOJ");
            ResultSet told = asked.executeQuery("select term_outlasted('" + pack + "')");
            assertTrue(told.next() && told.getObject(1) == null, "who sees no package isn't told that it is adopted");
        }
        listing(on).body("termOver", equalTo(false)).body("waitingAct", nullValue());
        for (Duration before : List.of(Duration.ofHours(23), Duration.ofHours(1), Duration.ofMinutes(-1))) {
            MovableClock.set(end.minus(before));
            remind.run();
            remind.run();
        }
        for (String office : List.of("chair", "publisher")) {
            for (String lead : List.of("PT24H", "PT2H", "PT0S")) {
                assertEquals(
                        1,
                        toldEach(
                                office,
                                "kind = 'release-renewal' and n.lead = '" + lead + "' and n.thing = '" + pack + "'"),
                        office + " " + lead);
            }
        }
        lapse.run();
        listing(on)
                .body("status", equalTo("ACTIVE"))
                .body("termOver", equalTo(true))
                .body("waitingAct", equalTo("RENEW"));
        must(as(Ofac.analyst()).get("/api/v1/listings/" + on))
                .then()
                .body("termOver", equalTo(true))
                .body("waitingAct", nullValue());
        must(as(publisher()).get("/api/v1/inbox"))
                .then()
                .body("items.find { it.kind == 'release-renewal' }.due", equalTo(end.toString()));
    }

    private static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static List<String> inbox(TestTokens who) {
        return must(as(who).get("/api/v1/inbox")).jsonPath().getList("items.kind");
    }

    private static long told(String lead, Instant due) throws Exception {
        return toldEach("chair", "kind = 'renew-in-time' and n.lead = '" + lead + "' and n.due = '" + due + "'");
    }

    /** How often whoever holds that office was told, at most; other tests give it to more than one. */
    private static long toldEach(String office, String what) throws Exception {
        return Databases.number("select max(times) from (select count(*) as times from notice n where exists (select"
                + " from appointment a where a.sub = n.sub and a.programme = n.programme and a.office = '" + office
                + "') and n." + what + " group by n.sub) each");
    }

    @Test
    void nobody_without_a_part_in_the_programme_learns_how_far_it_is_or_drafts_a_sheet() throws Exception {
        List<UUID> on = listed(1);
        refused(as(Ofac.analyst()).get(RENEWAL), 403, "no-office");
        must(as(Ofac.analyst()).get("/api/v1/renewals")).then().body("items", empty());
        must(as(People.chair()).get("/api/v1/renewals")).then().body("items.programme", hasItem("EU-833-IV"));
        refused(as(Ofac.analyst()).get(RENEWAL + "/entries"), 403, "no-office");
        refused(draft(Ofac.analyst(), on), 403, "no-office");
        refused(draft(People.chair(), on), 403, "not-permitted");
        refused(as(People.chair()).get("/api/v1/programmes/UK-RUS/renewal"), 404, "not-found");
        refused(as(People.chair()).queryParam("sheet", "MAYBE").get(RENEWAL + "/entries"), 422, "invalid-input");
        refused(draft(People.eeasAnalyst(), List.of()), 422, "invalid-input");
        must(draft(People.eeasAnalyst(), List.of(UUID.randomUUID())))
                .then()
                .body("items.reason", contains("not-found"))
                .body("items.proposalId", contains(nullValue()));
        // Not in the case: the list is public, and what stands behind its entries is not.
        must(as(People.person("de-analyst", "DE-REP", Role.ANALYST))
                        .body(Map.of("listingIds", on))
                        .post(RENEWAL + "/sheets"))
                .then()
                .body("items.proposalId", contains(nullValue()));
        sheets(on);
        must(as(People.comReviewer()).get(RENEWAL + "/entries")).then().body("items.sheet", not(hasItem("KEEP")));
        must(as(People.eeasAnalyst()).get(RENEWAL + "/entries")).then().body("items.sheet", hasItems("KEEP"));
    }
}
