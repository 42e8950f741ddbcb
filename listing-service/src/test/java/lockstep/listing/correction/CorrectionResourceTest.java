package lockstep.listing.correction;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.eeasAnalyst;
import static lockstep.listing.testing.People.legal;
import static lockstep.listing.testing.People.publisher;
import static lockstep.listing.testing.People.secretary;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.proposal.Drafts;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.Council;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A formal correction from its making to the printed row, and each way in which it ends otherwise. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class CorrectionResourceTest {
    private static final String NAME = "/subject/names/0/full";

    @Inject
    CloseRoundsJob closing;

    @Inject
    CorrectionsJob corrections;

    @Inject
    ReleaseJob release;

    @BeforeEach
    void seats() throws Exception {
        People.appointThemAlone();
        EvidenceStandIn.refuseNothing();
    }

    private record Decided(UUID proposal, UUID pack) {}

    private Decided passed(int stages) throws Exception {
        UUID proposal = Story.ready();
        UUID pack = Story.packageOf(proposal);
        for (int stage = 0; stage < stages; stage++) {
            UUID round = id(Story.openRound(pack));
            Time.deadlineOf(round);
            closing.run();
        }
        return new Decided(proposal, pack);
    }

    private Decided scheduled() throws Exception {
        Decided its = passed(2);
        var minutes = Map.of(
                "packageHashRead",
                hash(its.pack()),
                "body",
                "Council",
                "date",
                LocalDate.now().minusDays(1).toString(),
                "adopted",
                true,
                "instruments",
                List.of(
                        Map.of("type", "CFSP_DECISION", "number", "(CFSP) 2026/1849"),
                        Map.of("type", "REGULATION", "number", "(EU) 2026/1848")));
        UUID record = id(as(secretary(1)).body(minutes).post("/api/v1/packages/" + its.pack() + "/records"));
        must(as(secretary(2))
                .body(Map.of("packageHashRead", hash(its.pack())))
                .post("/api/v1/records/" + record + "/confirm"));
        must(as(publisher())
                .body(Map.of(
                        "packageHashRead",
                        hash(its.pack()),
                        "releaseAt",
                        Instant.now().plusSeconds(600).toString(),
                        "entries",
                        List.of(Map.of(
                                "proposalId",
                                its.proposal(),
                                "number",
                                Council.number(its.proposal()),
                                "listedDate",
                                "2026-07-20"))))
                .post("/api/v1/packages/" + its.pack() + "/schedule"));
        return its;
    }

    private static JsonPath correctable(TestTokens who, Decided its) {
        return must(as(who).get("/api/v1/proposals/" + its.proposal() + "/correctable"))
                .jsonPath();
    }

    private static Response make(TestTokens who, Decided its, String field, CorrectionKind kind, String text) {
        return as(who).body(Map.of(
                        "textHashRead",
                        correctable(eeasAnalyst(), its).getString("textHash"),
                        "changes",
                        List.of(Map.of("field", field, "kind", kind, "text", text)),
                        "reason",
                        "As the register prints it."))
                .post("/api/v1/proposals/" + its.proposal() + "/corrections");
    }

    @Test
    void a_proposal_names_its_correction_among_what_can_be_done_with_it() throws Exception {
        Decided its = scheduled();
        String correct = "allowedActions.find { it.action == 'correct' }";
        String proposal = "/api/v1/proposals/" + its.proposal();
        must(as(eeasAnalyst()).get(proposal)).then().body(correct + ".allowed", equalTo(true));
        must(as(voter("FR")).get(proposal)).then().body(correct, nullValue());
        make(eeasAnalyst(), its, NAME, CorrectionKind.PUNCTUATION, name(its) + ".");
        must(as(eeasAnalyst()).get(proposal)).then().body(correct + ".reason", equalTo("correction-pending"));
    }

    private static String name(Decided its) {
        return correctable(eeasAnalyst(), its).getString("fields.find { it.field == '" + NAME + "' }.text");
    }

    private static Response made(Decided its) {
        return make(eeasAnalyst(), its, NAME, CorrectionKind.PUNCTUATION, name(its) + ".");
    }

    private static Response confirm(TestTokens who, UUID correction) {
        String read = must(as(chair()).get("/api/v1/corrections/" + correction))
                .jsonPath()
                .getString("correctionHash");
        return as(who).body(Map.of("correctionHashRead", read)).post("/api/v1/corrections/" + correction + "/confirm");
    }

    private static Response end(TestTokens who, UUID correction, String act) {
        return as(who).body(Map.of("reason", "More than form.")).post("/api/v1/corrections/" + correction + "/" + act);
    }

    private static String status(UUID correction) {
        return must(as(chair()).get("/api/v1/corrections/" + correction))
                .jsonPath()
                .getString("status");
    }

    private static List<String> inbox(TestTokens who, Decided its) {
        return must(as(who).get("/api/v1/inbox"))
                .jsonPath()
                .getList("items.findAll { it.proposalId == '" + its.proposal() + "' }.kind", String.class);
    }

    @Test
    void a_correction_that_no_seat_stops_is_printed_beside_an_unchanged_decided_hash() throws Exception {
        Decided its = scheduled();
        String decided = hash(its.pack());
        String name = name(its);
        UUID correction = id(made(its)
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("changes[0].before", equalTo(name))
                .body("periodEndsAt", nullValue())
                .extract()
                .response());
        assertTrue(inbox(legal(), its).contains("correction-confirm"));
        refused(confirm(chair(), correction), 403, "not-permitted");
        TestTokens noOffice = People.person("cls-other", "EU-CLS", Role.LEGAL);
        refused(confirm(noOffice, correction), 403, "no-office");
        refused(
                as(legal())
                        .body(Map.of("correctionHashRead", "0".repeat(64)))
                        .post("/api/v1/corrections/" + correction + "/confirm"),
                409,
                "stale-text");
        JsonPath tacit = must(confirm(legal(), correction))
                .then()
                .body("status", equalTo("TACIT"))
                .body("electorate", hasSize(27))
                .body("confirmed.account", equalTo("cls-legal"))
                .extract()
                .jsonPath();
        Instant begun = Instant.parse(tacit.getString("confirmed.at"));
        assertEquals(
                Drafts.ANNEX_IV.deadlines().nextWorking(begun.plus(Duration.ofHours(48))),
                Instant.parse(tacit.getString("periodEndsAt")));
        assertTrue(inbox(voter("FR"), its).contains("correction-see"));
        assertEquals(
                27,
                Databases.number(
                        "select count(*) from notice where thing = ? and kind = 'correction-see' and lead = 'NOW'",
                        correction));
        must(as(voter("FR")).get("/api/v1/proposals/" + its.proposal() + "/corrections"))
                .then()
                .body("items.id", contains(correction.toString()))
                .body("items[0].allowedActions.find { it.action == 'demand-round' }.allowed", equalTo(true));

        Time.releaseOf(its.pack());
        release.run();
        must(as(publisher()).get("/api/v1/packages/" + its.pack()))
                .then()
                .body("status", equalTo("SCHEDULED"))
                .body("release.overdue", equalTo("correction-pending"));

        corrections.run();
        assertEquals("TACIT", status(correction));
        Time.correctionOf(correction);
        refused(end(voter("FR"), correction, "demand-round"), 409, "period-over");
        corrections.run();
        corrections.run();
        assertEquals("TAKEN_IN", status(correction));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'correction.taken-in' and aggregate_id = ?",
                        correction));
        assertEquals(decided, hash(its.pack()));
        must(as(publisher()).post("/api/v1/packages/" + its.pack() + "/go"));
        release.run();
        JsonPath link =
                must(as(chair()).get("/api/v1/corrections/" + correction)).jsonPath();
        String listing = must(as(voter("FR")).get("/api/v1/listings?packageId=" + its.pack()))
                .jsonPath()
                .getString("items[0].id");
        must(as(voter("FR")).get("/api/v1/listings/" + listing))
                .then()
                .body("contentHash", equalTo(link.getString("decidedHash")))
                .body("correctedHash", equalTo(link.getString("toHash")))
                .body("acts.kind", hasItems("CORRECTION", "ADD"))
                .body(
                        "acts.packageId",
                        contains(its.pack().toString(), its.pack().toString()))
                .body("subject.names[0].full", equalTo(name + "."))
                .body("outputs[0].text", containsString(name + "."));
        assertEquals(link.getString("decidedHash"), link.getString("fromHash"));
        assertNotEquals(link.getString("fromHash"), link.getString("toHash"));
        must(as(People.auditor()).get("/api/v1/packages/" + its.pack() + "/history?limit=200"))
                .then()
                .body("items.type", hasItems("correction.made", "correction.confirmed", "correction.taken-in"));
        People.appoint("doj-auditor", "US-DOJ", "EU-833-IV", null, "auditor");
        must(as(People.person("doj-auditor", "US-DOJ", Role.AUDITOR))
                        .get("/api/v1/packages/" + its.pack() + "/history?limit=200"))
                .then()
                .body("items.find { it.type == 'correction.taken-in' }.withheld", equalTo(true))
                .body(
                        "items.find { it.type == 'correction.taken-in' }.payload.correctionHash",
                        equalTo(link.getString("correctionHash")))
                .body("items.find { it.type == 'correction.taken-in' }.payload.changes", nullValue());
        refused(made(its), 409, "nothing-decided");
    }

    @Test
    void a_seat_that_demands_a_new_round_drops_it_and_the_decided_text_is_printed() throws Exception {
        Decided its = scheduled();
        UUID correction = id(made(its));
        refused(end(voter("FR"), correction, "demand-round"), 409, "not-in-this-status");
        must(confirm(legal(), correction));
        TestTokens seatless = People.person("fr-other", "FR-REP", Role.VOTER);
        refused(end(seatless, correction, "demand-round"), 403, "no-seat");
        refused(
                as(voter("FR")).body(Map.of()).post("/api/v1/corrections/" + correction + "/demand-round"),
                422,
                "invalid-input");
        must(end(voter("FR"), correction, "demand-round"))
                .then()
                .body("status", equalTo("DROPPED"))
                .body("ended.seat", equalTo("FR"))
                .body("endedWhy", equalTo("More than form."));
        Time.releaseOf(its.pack());
        release.run();
        String name = name(its);
        must(as(voter("FR")).get("/api/v1/listings?packageId=" + its.pack()))
                .then()
                .body("items", hasSize(1))
                .body("items[0].subject.name", equalTo(name));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from listing where proposal_id = ? and corrected_hash is null",
                        its.proposal()));
    }

    @Test
    void the_seats_that_passed_an_entry_stop_its_correction_also_in_another_package() throws Exception {
        Decided before = passed(1);
        Map<String, Object> pause =
                Map.of("reason", "Talks.", "reviewBy", Story.noonIn(9).toString());
        Story.act(chair(), before.proposal(), "hold", pause);
        Story.act(chair(), before.proposal(), "resume", Map.of());
        Decided its = new Decided(before.proposal(), Story.packageOf(before.proposal()));
        UUID correction = id(made(its));
        must(confirm(legal(), correction));
        must(end(voter("FR"), correction, "demand-round")).then().body("status", equalTo("DROPPED"));
    }

    @Test
    void it_is_refused_or_withdrawn_before_it_counts_and_one_at_a_time_is_pending() throws Exception {
        Decided its = passed(1);
        UUID first = id(make(secretary(1), its, NAME, CorrectionKind.PUNCTUATION, name(its) + "."));
        refused(made(its), 409, "correction-pending");
        refused(end(eeasAnalyst(), first, "withdraw"), 403, "not-making-agency");
        must(end(legal(), first, "refuse")).then().body("status", equalTo("REFUSED"));
        UUID second = id(made(its));
        must(confirm(legal(), second));
        refused(end(legal(), second, "refuse"), 409, "not-in-this-status");
        must(end(eeasAnalyst(), second, "withdraw")).then().body("status", equalTo("WITHDRAWN"));
        must(as(chair()).get("/api/v1/packages/" + its.pack() + "/corrections?limit=1"))
                .then()
                .body("items.id", contains(second.toString()))
                .body("next", notNullValue());
    }

    @Test
    void each_change_is_bounded_and_the_problem_names_field_and_bound() throws Exception {
        Decided its = passed(1);
        String name = name(its);
        refused(make(eeasAnalyst(), its, NAME, CorrectionKind.PUNCTUATION, name + " One"), 422, "out-of-bounds")
                .body("errors.pointer", contains("/changes/0/text"))
                .body("errors.reason", contains("more-than-punctuation"));
        refused(
                        make(eeasAnalyst(), its, "/subject/identifiers/0/value", CorrectionKind.PUNCTUATION, "X"),
                        422,
                        "out-of-bounds")
                .body("errors.reason", contains("not-correctable"));
        refused(make(eeasAnalyst(), its, "/ground", CorrectionKind.PUNCTUATION, "X"), 422, "out-of-bounds");
        refused(
                        make(eeasAnalyst(), its, "/subject/names/1/full", CorrectionKind.TRANSLITERATION, "Ziwugu"),
                        422,
                        "out-of-bounds")
                .body("errors.reason", contains("native-name"));
        refused(
                as(eeasAnalyst())
                        .body(Map.of(
                                "textHashRead",
                                "0".repeat(64),
                                "changes",
                                List.of(Map.of("field", NAME, "kind", "PUNCTUATION", "text", name + ".")),
                                "reason",
                                "x"))
                        .post("/api/v1/proposals/" + its.proposal() + "/corrections"),
                409,
                "stale-text");
        refused(make(voter("FR"), its, NAME, CorrectionKind.PUNCTUATION, name + "."), 403, "not-permitted");
        TestTokens other = People.person("com-analyst", "EU-COM", Role.ANALYST);
        refused(make(other, its, NAME, CorrectionKind.PUNCTUATION, name + "."), 403, "not-correcting");
        refused(
                as(eeasAnalyst())
                        .body(Map.of("textHashRead", "x", "reason", "x"))
                        .post("/api/v1/proposals/" + its.proposal() + "/corrections"),
                422,
                "invalid-input");
    }

    @Test
    void a_second_correction_goes_on_from_the_first_and_never_the_same_way_again() throws Exception {
        Decided its = passed(1);
        UUID first = id(made(its));
        must(confirm(legal(), first));
        Time.correctionOf(first);
        corrections.run();
        String name = name(its);
        refused(make(eeasAnalyst(), its, NAME, CorrectionKind.PUNCTUATION, name + "."), 422, "out-of-bounds")
                .body("errors.reason", contains("corrected-already"));
        String chained =
                must(as(chair()).get("/api/v1/corrections/" + first)).jsonPath().getString("toHash");
        must(make(eeasAnalyst(), its, NAME, CorrectionKind.DIACRITICS, name.replace("Vale", "Valé")))
                .then()
                .body("fromHash", equalTo(chained))
                .body("decidedHash", not(equalTo(chained)));
    }

    @Test
    void nothing_undecided_is_corrected_and_what_is_undone_takes_its_corrections_with_it() throws Exception {
        UUID proposal = Story.ready();
        Decided fresh = new Decided(proposal, Story.packageOf(proposal));
        refused(made(fresh), 409, "nothing-decided");

        Decided stale = passed(1);
        UUID lapsing = id(made(stale));
        must(confirm(legal(), lapsing));
        Time.stagePassedLongAgo(stale.pack());
        closing.run();
        assertEquals("LAPSED", status(lapsing));

        Decided leaving = passed(1);
        UUID left = id(made(leaving));
        must(confirm(legal(), left));
        Time.correctionOf(left);
        corrections.run();
        must(as(People.eeasSubmitter())
                .body(Map.of("reason", "It was dissolved."))
                .post("/api/v1/proposals/" + leaving.proposal() + "/withdraw"));
        assertEquals(1, Databases.number("select count(*) from correction where id = ? and status = 'LAPSED'", left));
    }

    @Test
    void outside_the_electorate_nothing_of_it_is_seen_and_nobody_takes_it_in_by_hand() throws Exception {
        Decided its = passed(1);
        UUID correction = id(made(its));
        must(confirm(legal(), correction));
        TestTokens stranger = People.us("ofac-analyst", Role.ANALYST);
        refused(as(stranger).get("/api/v1/corrections/" + correction), 404, "not-found");
        refused(as(stranger).get("/api/v1/proposals/" + its.proposal() + "/correctable"), 404, "not-found");
        refused(as(stranger).get("/api/v1/proposals/" + its.proposal() + "/corrections"), 404, "not-found");
        refused(as(stranger).get("/api/v1/packages/" + its.pack() + "/corrections"), 404, "not-found");
        try (Connection app = Databases.asApp();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            try (var rows = statement.executeQuery("select count(*) from correction")) {
                rows.next();
                assertEquals(0, rows.getInt(1));
            }
            Databases.set(app, "lockstep.sub", TestTokens.sub("pres-chair"));
            Databases.set(app, "lockstep.agency", "EU-PRES");
            Databases.set(app, "lockstep.levels", "{EU:LIMITE,EU:PUBLIC,EU:RESTREINT_UE}");
            Databases.set(app, "lockstep.wide", "{EU-COUNCIL,EU-PRES}");
            Databases.set(app, "lockstep.strict", "{EU-COUNCIL,EU-PRES}");
            SQLException taken = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "update correction set status = 'TAKEN_IN' where id = '" + correction + "'"));
            assertEquals("42501", taken.getSQLState());
        }
        try (Connection app = Databases.asApp();
                Statement statement = app.createStatement()) {
            SQLException rewritten =
                    assertThrows(SQLException.class, () -> statement.execute("update correction set changes = '[]'"));
            assertEquals("42501", rewritten.getSQLState());
        }
        must(as(chair()).get("/api/v1/packages/" + its.pack() + "/history?limit=200"))
                .then()
                .body("items.type", hasItem("correction.confirmed"));
    }
}
