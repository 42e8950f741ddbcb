package lockstep.listing.embargo;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.publisher;
import static lockstep.listing.testing.People.secretary;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.Council;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sides release in step: the Council's annex and the Entity List. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class EmbargoResourceTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant T = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);

    @Inject
    CloseRoundsJob closing;

    @Inject
    ReleaseJob release;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        EvidenceStandIn.allQuotable();
    }

    /** A package and its only entry. */
    private record Adopted(UUID pack, UUID proposal, String programme) {}

    private Adopted ofTheCouncil() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = Story.packageOf(proposal);
        for (int stage = 0; stage < 2; stage++) {
            UUID round = id(Story.openRound(pack));
            Time.deadlineOf(round);
            closing.run();
        }
        Map<String, Object> minutes = Map.of(
                "packageHashRead", Story.hash(pack),
                "body", "Council",
                "date", LocalDate.now().minusDays(1).toString(),
                "adopted", true,
                "instruments",
                        List.of(
                                Map.of("type", "CFSP_DECISION", "number", "(CFSP) 2026/1849"),
                                Map.of("type", "REGULATION", "number", "(EU) 2026/1848")));
        UUID record = id(as(secretary(1)).body(minutes).post("/api/v1/packages/" + pack + "/records"));
        must(as(secretary(2))
                .body(Map.of("packageHashRead", Story.hash(pack)))
                .post("/api/v1/records/" + record + "/confirm"));
        return new Adopted(pack, proposal, "EU-833-IV");
    }

    private Adopted ofTheCommittee() {
        UUID proposal = EntityList.ready();
        UUID pack = EntityList.packageOf(proposal);
        UUID round = EntityList.openRound(pack, Set.of());
        for (String department : List.of("bis", "state", "dod", "doe")) {
            must(EntityList.vote(department, round, EntityList.hash(pack), "APPROVE"));
        }
        return new Adopted(pack, proposal, "US-BIS-EL");
    }

    private static TestTokens of(Adopted its) {
        return its.programme().startsWith("US") ? us("bis-publisher", Role.PUBLISHER) : publisher();
    }

    private static Response founded(Adopted by, String mode, int hours, String... invited) {
        return as(of(by))
                .body(Map.of(
                        "packageId",
                        by.pack(),
                        "title",
                        "November, with partners",
                        "releaseAt",
                        T.toString(),
                        "mode",
                        mode,
                        "aloneAfterHours",
                        hours,
                        "programmes",
                        List.of(invited)))
                .post("/api/v1/embargo-groups");
    }

    private static Response act(TestTokens who, UUID group, String act, Object body) {
        return as(who).body(body).post("/api/v1/embargo-groups/" + group + "/" + act);
    }

    private static Response joined(UUID group, Adopted its) {
        return act(of(its), group, "members", Map.of("packageId", its.pack()));
    }

    private static Response scheduled(Adopted its, Instant at) {
        return release(its, "schedule", order(its, at));
    }

    private static Map<String, Object> entry(Adopted its, LocalDate listed) {
        return Map.of(
                "proposalId",
                its.proposal(),
                "number",
                Council.number(its.proposal()),
                "listedDate",
                listed.toString());
    }

    private static Map<String, Object> order(Adopted its, Instant at) {
        boolean us = its.programme().startsWith("US");
        Map<String, Object> order = new HashMap<>(Map.of(
                "packageHashRead",
                us ? EntityList.hash(its.pack()) : Story.hash(its.pack()),
                "releaseAt",
                at.toString(),
                "entries",
                List.of(entry(its, LocalDate.of(2026, 11, 27)))));
        if (us) {
            order.put("citation", "91 FR 70001, 11/27/26");
        }
        return order;
    }

    private static Response release(Adopted its, String act, Object body) {
        var request = as(of(its));
        return (body == null ? request : request.body(body)).post("/api/v1/packages/" + its.pack() + "/" + act);
    }

    private static ValidatableResponse group(TestTokens who, UUID group) {
        return must(as(who).get("/api/v1/embargo-groups/" + group)).then();
    }

    private static String status(Adopted its) {
        return must(as(of(its)).get("/api/v1/packages/" + its.pack()))
                .jsonPath()
                .getString("status");
    }

    /** What waits for its publisher, at which instant; a GO is wanted exactly where the package would take one. */
    private static void awaits(Adopted its, String kind, Instant due) {
        String mine =
                "items.findAll { it.packageId == '" + its.pack() + "' && it.kind in ['give-go', 'publish-watch'] }";
        must(as(of(its)).get("/api/v1/inbox"))
                .then()
                .body(mine + ".kind", contains(kind))
                .body(mine + ".due", contains(due.toString()));
    }

    private static int listings(Adopted its) throws Exception {
        return (int) Databases.number("select count(*) from listing where proposal_id = ?", its.proposal());
    }

    @Test
    void both_sides_publish_in_one_moment_and_neither_sees_into_the_others_package() throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(union, "ALL_OR_NONE", 0, "US-BIS-EL"));
        must(joined(group, committee));
        refused(scheduled(committee, T.plusSeconds(60)), 409, "other-instant-agreed");
        must(scheduled(union, T)).then().body("release.embargoGroup", equalTo(group.toString()));
        must(scheduled(committee, T));
        group(of(union), group)
                .body("members.state", contains("GO", "GO"))
                .body("members.packageId", contains(union.pack().toString(), null))
                .body("members.packageNumber", contains(containsString("EU-833-IV/"), nullValue()));
        group(of(committee), group)
                .body("members.packageId", contains(null, committee.pack().toString()));
        release.run();
        assertEquals("SCHEDULED", status(union), "nothing goes before its time");

        Time.embargoOf(group, 0);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = List.of(replicas.submit(release::run), replicas.submit(release::run));
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertEquals("PUBLISHED", status(union));
        assertEquals("PUBLISHED", status(committee));
        assertEquals(1, listings(union));
        assertEquals(1, listings(committee));
        assertEquals(
                1,
                Databases.number(
                        "select count(distinct xmin::text) from package where id in (?, ?)",
                        union.pack(),
                        committee.pack()),
                "one transaction publishes both");
        group(of(union), group)
                .body("members.state", contains("PUBLISHED", "PUBLISHED"))
                .body("allowedActions.find { it.action == 'move' }.reason", equalTo("released-already"));
    }

    @Test
    void a_hold_of_one_keeps_everyone_back_where_all_or_none_was_agreed() throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(committee, "ALL_OR_NONE", 0, "EU-833-IV"));
        must(joined(group, union));
        must(scheduled(union, T));
        must(scheduled(committee, T));
        must(release(union, "hold-release", Map.of("reason", "A doubt of ours.")));
        group(of(committee), group)
                .body("members.state", containsInAnyOrder("GO", "HOLD"))
                .body(not(containsString("A doubt of ours.")));
        Time.embargoOf(group, 0);
        release.run();
        assertEquals(0, listings(union) + listings(committee));
        must(as(of(committee)).get("/api/v1/packages/" + committee.pack()))
                .then()
                .body("release.overdue", equalTo("others-not-ready"));
        group(of(union), group).body("keptBackAt", notNullValue()).body("members.overdue", everyItem(equalTo(true)));

        must(release(union, "lift-hold", null));
        must(release(committee, "go", null));
        release.run();
        assertEquals(0, listings(committee), "a GO given anew waits for the other's");
        group(of(union), group).body("members.state", containsInAnyOrder("GO", "NO_GO"));
        must(release(union, "go", null));
        release.run();
        assertEquals(1, listings(union));
        assertEquals(1, listings(committee));
    }

    @Test
    void what_one_side_may_no_longer_quote_keeps_everyone_back_as_a_hold_does() throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(committee, "ALL_OR_NONE", 0, "EU-833-IV"));
        must(joined(group, union));
        must(scheduled(union, T));
        must(scheduled(committee, T));
        String exhibit = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + union.proposal()))
                .jsonPath()
                .getString("text.reasons[0].cites[0].exhibitId");
        EvidenceStandIn.unquotable(UUID.fromString(exhibit));
        Time.embargoOf(group, 0);
        release.run();
        assertEquals(0, listings(union) + listings(committee));
        must(as(of(union)).get("/api/v1/packages/" + union.pack()))
                .then()
                .body("release.overdue", equalTo("exhibit-not-released"));
        must(as(of(committee)).get("/api/v1/packages/" + committee.pack()))
                .then()
                .body("release.overdue", equalTo("others-not-ready"))
                .body(not(containsString("exhibit-not-released")));
        EvidenceStandIn.allQuotable();
        must(release(union, "go", null));
        must(release(committee, "go", null));
        release.run();
        assertEquals(2, listings(union) + listings(committee));
    }

    @Test
    void the_ready_ones_wait_so_many_hours_and_are_published_alone() throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(union, "ALL_READY_BY", 6, "US-BIS-EL"));
        must(joined(group, committee));
        must(scheduled(union, T));
        must(scheduled(committee, T));
        must(release(committee, "hold-release", Map.of("reason", "Not yet.")));
        Time.embargoOf(group, 5);
        release.run();
        release.run();
        assertEquals("SCHEDULED", status(union));
        group(of(union), group).body("members.state", containsInAnyOrder("GO", "HOLD"));
        must(as(of(union)).get("/api/v1/packages/" + union.pack())).then().body("release.overdue", nullValue());
        Time.embargoOf(group, 6);
        release.run();
        assertEquals("PUBLISHED", status(union));
        assertEquals("SCHEDULED", status(committee));
        must(release(committee, "lift-hold", null));
        must(release(committee, "go", null));
        release.run();
        assertEquals("PUBLISHED", status(committee));
        assertEquals(1, listings(committee));
    }

    @Test
    void a_moved_instant_needs_every_go_anew() throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(union, "ALL_OR_NONE", 0, "US-BIS-EL"));
        must(joined(group, committee));
        must(scheduled(union, T));
        must(scheduled(committee, T));
        Instant later = T.plus(1, ChronoUnit.DAYS);
        refused(act(of(committee), group, "release-at", Map.of("releaseAt", later.toString())), 422, "invalid-input");
        must(act(
                        of(committee),
                        group,
                        "release-at",
                        Map.of("releaseAt", later.toString(), "reason", "The register prints a day later.")))
                .then()
                .body("releaseAt", equalTo(later.toString()))
                .body("moves.reason", contains("The register prints a day later."))
                .body("members.state", contains("NO_GO", "NO_GO"));
        refused(
                act(of(union), group, "release-at", Map.of("releaseAt", later.toString(), "reason", "The same.")),
                409,
                "instant-is-that");
        awaits(union, "give-go", later);
        must(release(union, "hold-release", Map.of("reason", "A doubt.")));
        awaits(union, "publish-watch", later);
        must(release(union, "lift-hold", null));
        must(release(union, "go", null)).then().body("release.releaseAt", equalTo(later.toString()));
        awaits(union, "publish-watch", later);
        refused(release(union, "go", null), 409, "not-in-this-status");
        group(of(union), group).body("members.state", contains("GO", "NO_GO"));
        must(as(of(committee)).get("/api/v1/packages/" + committee.pack() + "/history?limit=200"))
                .then()
                .body("items.type", hasItems("embargo.joined", "embargo.moved"));
    }

    @Test
    void dates_that_were_given_for_the_former_day_are_given_anew_with_the_go() throws Exception {
        Adopted union = ofTheCouncil();
        UUID group = id(founded(union, "ALL_OR_NONE", 0));
        LocalDate day = LocalDate.ofInstant(T, BRUSSELS);
        Map<String, Object> order = order(union, T);
        order.put("inForce", day.plusDays(1).toString());
        order.put("entries", List.of(entry(union, day)));
        must(release(union, "schedule", order));
        Instant later = T.plus(2, ChronoUnit.DAYS);
        must(act(of(union), group, "release-at", Map.of("releaseAt", later.toString(), "reason", "Printing.")));
        refused(release(union, "go", null), 422, "entry-incomplete")
                .body("errors.pointer", contains("/inForce", "/listedDates/" + union.proposal()))
                .body("errors.reason", everyItem(equalTo("date-of-former-instant")));
        Map<String, Object> dates =
                Map.of(union.proposal().toString(), day.minusDays(3).toString());
        refused(
                        release(union, "go", Map.of("inForce", day.plusDays(1).toString(), "listedDates", dates)),
                        422,
                        "entry-incomplete")
                .body("errors.reason", contains("before-release"));
        must(release(union, "go", Map.of("inForce", day.plusDays(2).toString(), "listedDates", dates)))
                .then()
                .body("release.inForce", equalTo(day.plusDays(2).toString()))
                .body("entries[0].listedDate", equalTo(day.minusDays(3).toString()));
        // a past date that the authority prints doesn't depend on the day
        must(act(of(union), group, "release-at", Map.of("releaseAt", T.toString(), "reason", "Sooner.")));
        refused(release(union, "go", null), 422, "entry-incomplete").body("errors.pointer", contains("/inForce"));
        must(release(union, "go", Map.of("inForce", day.toString())));
    }

    @Test
    void only_the_release_set_sees_a_group() throws Exception {
        Adopted union = ofTheCouncil();
        UUID group = id(founded(union, "ALL_READY_BY", 24, "UK-RUS"));
        String path = "/api/v1/embargo-groups/" + group;
        TestTokens fcdo = People.person("fcdo-publisher", "UK-FCDO", Role.PUBLISHER);
        TestTokens analyst = People.person("fcdo-analyst", "UK-FCDO", Role.ANALYST);
        refused(as(us("bis-publisher", Role.PUBLISHER)).get(path), 404, "not-found");
        refused(as(analyst).get(path), 404, "not-found");
        refused(as(People.voter("FR")).get(path), 404, "not-found");
        must(as(People.voter("FR")).get("/api/v1/packages/" + union.pack()))
                .then()
                .body("release.embargoGroup", nullValue());
        group(fcdo, group)
                .body("members.find { it.programme == 'UK-RUS' }.state", equalTo("INVITED"))
                .body(
                        "members.find { it.programme == 'UK-RUS' }.allowedActions.action",
                        containsInAnyOrder("join", "decline"))
                .body("members.find { it.programme == 'EU-833-IV' }.packageId", nullValue())
                .body("allowedActions.find { it.action == 'move' }.reason", equalTo("no-office"));
        tellsTheInvitedOfNothingElse(union, group, fcdo);
        must(as(fcdo).get("/api/v1/embargo-groups")).then().body("items.id", hasItem(group.toString()));
        must(as(us("bis-publisher", Role.PUBLISHER)).get("/api/v1/embargo-groups"))
                .then()
                .body("items.id", not(hasItem(group.toString())));
        refused(act(fcdo, group, "release-at", Map.of("releaseAt", T.toString(), "reason", "x")), 403, "no-office");
        String member = must(as(fcdo).get(path)).jsonPath().getString("members.find { it.programme == 'UK-RUS' }.id");
        refused(act(publisher(), group, "members/" + member + "/leave", Map.of("reason", "Out.")), 403, "no-office");
        must(act(fcdo, group, "members/" + member + "/leave", Map.of("reason", "Our decision is not ripe.")));
        refused(as(fcdo).get(path), 404, "not-found");
        group(publisher(), group)
                .body("members.find { it.programme == 'UK-RUS' }.state", equalTo("LEFT"))
                .body("members.find { it.programme == 'UK-RUS' }.leftWhy", equalTo("Our decision is not ripe."));
    }

    private void tellsTheInvitedOfNothingElse(Adopted union, UUID group, TestTokens invited) throws Exception {
        Instant later = T.plusSeconds(3600);
        must(act(of(union), group, "release-at", Map.of("releaseAt", later.toString(), "reason", "Printed later.")));
        must(scheduled(union, later));
        String happened = Instant.now().minusSeconds(60).toString();
        must(act(of(union), group, "incidents", Map.of("happenedAt", happened, "text", "A draft on a web site.")))
                .then()
                .body("takesPart", equalTo(true))
                .body("moves", hasSize(1))
                .body("members.find { it.programme == 'EU-833-IV' }.state", equalTo("GO"));
        group(invited, group)
                .body("takesPart", equalTo(false))
                .body("releaseAt", equalTo(later.toString()))
                .body("moves", hasSize(0))
                .body("incidents", hasSize(0))
                .body("members.find { it.programme == 'EU-833-IV' }.state", equalTo("TAKES_PART"));
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            Databases.set(app, "lockstep.sub", TestTokens.sub("fcdo-publisher"));
            Databases.set(app, "lockstep.agency", "UK-FCDO");
            Databases.set(app, "lockstep.levels", "{EU:LIMITE,UK:OFFICIAL}");
            for (String table : List.of("group 1", "incident 0")) {
                String[] seen = table.split(" ");
                String column = seen[0].equals("group") ? "id" : "group_id";
                try (var row = app.createStatement()
                        .executeQuery("select count(*) from embargo_" + seen[0] + " where " + column + " = '" + group
                                + "'")) {
                    row.next();
                    assertEquals(Integer.parseInt(seen[1]), row.getInt(1), table);
                }
            }
        }
    }

    @Test
    void auditors_of_a_programme_that_takes_part_see_the_group_and_its_marking_names_whoever_sees_it()
            throws Exception {
        Adopted union = ofTheCouncil();
        Adopted committee = ofTheCommittee();
        UUID group = id(founded(union, "ALL_READY_BY", 24, "US-BIS-EL"));
        String path = "/api/v1/embargo-groups/" + group;
        People.appoint("us-auditor", "US-DOJ", "US-BIS-EL", null, "auditor");
        TestTokens auditor = People.person("us-auditor", "US-DOJ", Role.AUDITOR);
        refused(as(auditor).get(path), 404, "not-found");
        must(joined(group, committee));
        group(auditor, group)
                .body("members.programme", hasItems("EU-833-IV", "US-BIS-EL"))
                .body("members.packageId", everyItem(nullValue()))
                .body("allowedActions.findAll { it.allowed }", hasSize(0))
                .body("members.allowedActions.flatten()", hasSize(0));
        List<String> released = group(publisher(), group).extract().path("marking.relTo");
        Map<TestTokens, String> agencies = Map.of(
                publisher(),
                "EU-OP",
                chair(),
                "EU-PRES",
                People.auditor(),
                "EU-GSC",
                auditor,
                "US-DOJ",
                us("bis-publisher", Role.PUBLISHER),
                "US-BIS",
                People.voter("FR"),
                "FR-REP",
                People.eeasAnalyst(),
                "EU-EEAS");
        agencies.forEach((who, agency) -> assertEquals(
                released.contains(agency) ? 200 : 404, as(who).get(path).statusCode(), agency));
        try (Connection app = Databases.asApp()) {
            app.setAutoCommit(false);
            for (String account : List.of("us-auditor US-DOJ 1", "fr-voter FR-REP 0", "us-auditor FR-REP 0")) {
                String[] who = account.split(" ");
                Databases.set(app, "lockstep.sub", TestTokens.sub(who[0]));
                Databases.set(app, "lockstep.agency", who[1]);
                Databases.set(app, "lockstep.levels", "{EU:LIMITE,US:CUI}");
                Databases.set(app, "lockstep.wide", "{EU-COUNCIL," + who[1] + "}");
                Databases.set(app, "lockstep.strict", "{EU-COUNCIL," + who[1] + "}");
                try (var row = app.createStatement()
                        .executeQuery("select count(*) from embargo_group where id = '" + group + "'")) {
                    row.next();
                    assertEquals(Integer.parseInt(who[2]), row.getInt(1), account);
                }
            }
        }
    }

    @Test
    void a_partner_knows_that_it_is_decided_only_once_it_is_in_the_release_set() throws Exception {
        Adopted union = ofTheCouncil();
        String caseId = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + union.proposal()))
                .jsonPath()
                .getString("caseId");
        String path = "/api/v1/cases/" + caseId;
        must(as(People.eeasAnalyst()).body(Map.of("agency", "US-BIS")).post(path + "/participants"));
        Map<String, Object> shared = new HashMap<>(Story.COUNCIL_MARKING);
        shared.put("relTo", List.of("EU-COUNCIL", "US-BIS"));
        must(as(People.eeasAnalyst())
                .header("If-Match", as(People.eeasAnalyst()).get(path).header("ETag"))
                .body(Map.of("marking", shared))
                .patch(path));
        Adopted committee = ofTheCommittee();
        TestTokens partner = of(committee);
        seesTheUnions(partner, path, "PROPOSED");
        UUID group = id(founded(union, "ALL_READY_BY", 24, "US-BIS-EL"));
        seesTheUnions(partner, path, "PROPOSED");
        must(joined(group, committee));
        seesTheUnions(partner, path, "DECIDED_EMBARGOED");
    }

    private static void seesTheUnions(TestTokens partner, String path, String state) {
        must(as(partner).get(path)).then().body("alignment.find { it.jurisdiction == 'EU' }.state", equalTo(state));
    }

    @Test
    void what_makes_no_sense_is_refused() throws Exception {
        Adopted union = ofTheCouncil();
        refused(
                as(chair())
                        .body(Map.of("packageId", union.pack(), "title", " ", "releaseAt", T.toString()))
                        .post("/api/v1/embargo-groups"),
                422,
                "invalid-input");
        refused(founded(union, "ALL_READY_BY", 241), 422, "invalid-input");
        refused(founded(union, "ALL_READY_BY", 24, "XX-NONE"), 422, "unknown-programme");
        refused(
                as(of(union))
                        .body(Map.of("packageId", union.pack(), "title", "Late", "releaseAt", "2020-01-01T00:00:00Z"))
                        .post("/api/v1/embargo-groups"),
                422,
                "release-in-the-past");
        refused(
                as(us("bis-publisher", Role.PUBLISHER))
                        .body(Map.of("packageId", union.pack(), "title", "Mine", "releaseAt", T.toString()))
                        .post("/api/v1/embargo-groups"),
                404,
                "not-found");
        UUID group = id(founded(union, "ALL_READY_BY", 24));
        refused(founded(union, "ALL_READY_BY", 24), 409, "in-a-group");
        must(act(of(union), group, "invitations", Map.of("programme", "US-BIS-EL")));
        refused(act(of(union), group, "invitations", Map.of("programme", "US-BIS-EL")), 409, "invited-already");
        refused(act(of(union), group, "invitations", Map.of("programme", "XX")), 422, "unknown-programme");
        refused(
                act(
                        People.person("fcdo-chair", "UK-FCDO", Role.CHAIR),
                        group,
                        "invitations",
                        Map.of("programme", "CA-SEMA")),
                404,
                "not-found");
        must(scheduled(union, T));
        String member = must(as(of(union)).get("/api/v1/embargo-groups/" + group))
                .jsonPath()
                .getString("members[0].id");
        refused(
                act(of(union), group, "members/" + member + "/leave", Map.of("reason", "Alone.")),
                409,
                "scheduled-still");
        refused(
                act(
                        of(union),
                        group,
                        "incidents",
                        Map.of("happenedAt", T.toString(), "text", "A draft on a web site.")),
                422,
                "not-in-future");
        must(act(
                        of(union),
                        group,
                        "incidents",
                        Map.of(
                                "happenedAt",
                                Instant.now().minusSeconds(60).toString(),
                                "text",
                                "A draft on a web site.")))
                .then()
                .body("incidents", hasSize(1));
    }
}
