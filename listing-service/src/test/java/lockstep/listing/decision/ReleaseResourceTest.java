package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.publisher;
import static lockstep.listing.testing.People.secretary;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.Council;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ReleaseResourceTest {
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

    private UUID beforeTheCouncil(UUID... proposals) throws Exception {
        return Council.before(closing, proposals);
    }

    private UUID adopted(UUID... proposals) throws Exception {
        return Council.adopted(closing, proposals);
    }

    private static Response release(TestTokens who, UUID pack, String act, Object body) {
        var request = as(who);
        return (body == null ? request : request.body(body)).post("/api/v1/packages/" + pack + "/" + act);
    }

    private static io.restassured.response.ValidatableResponse pack(UUID pack) {
        return must(as(publisher()).get("/api/v1/packages/" + pack)).then();
    }

    @Test
    void a_decision_is_recorded_by_one_and_confirmed_by_another_of_the_secretariat() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = beforeTheCouncil(proposal);
        refused(Story.openRound(pack), 409, "stage-is-recorded");
        UUID record = id(Council.write(1, pack, Council.minutes(pack)));
        refused(Council.write(2, pack, Council.minutes(pack)), 409, "record-is-open");
        refused(Council.confirm(1, pack, record), 409, "four-eyes");
        refused(
                as(secretary(2))
                        .body(Map.of("packageHashRead", "0".repeat(64)))
                        .post("/api/v1/records/" + record + "/confirm"),
                409,
                "stale-package");
        must(Council.confirm(2, pack, record)).then().body("status", equalTo("CONFIRMED"));
        Response twice = Council.confirm(2, pack, record);
        assertEquals(409, twice.statusCode(), twice.asString());
        pack(pack).body("status", equalTo("ADOPTED")).body("recorded.body", contains("Council"));
        refused(
                as(People.eeasSubmitter())
                        .body(Map.of("reason", "why"))
                        .post("/api/v1/proposals/" + proposal + "/withdraw"),
                409,
                "already-law");
    }

    @Test
    void a_refused_record_makes_way_for_a_right_one() throws Exception {
        UUID pack = beforeTheCouncil(Story.ready());
        UUID wrong = id(Council.write(1, pack, Council.minutes(pack)));
        refused(
                as(secretary(1)).body(Map.of("reason", "My own.")).post("/api/v1/records/" + wrong + "/refuse"),
                409,
                "four-eyes");
        must(as(secretary(2)).body(Map.of("reason", "Wrong number.")).post("/api/v1/records/" + wrong + "/refuse"))
                .then()
                .body("status", equalTo("REFUSED"));
        must(Council.confirm(2, pack, id(Council.write(1, pack, Council.minutes(pack)))));
        pack(pack).body("status", equalTo("ADOPTED")).body("recorded", hasSize(2));
    }

    @Test
    void minutes_are_read_strictly() throws Exception {
        UUID pack = beforeTheCouncil(Story.ready());
        Map<String, Object> future = Council.minutes(pack);
        future.put("date", LocalDate.now().plusDays(3).toString());
        refused(Council.write(1, pack, future), 422, "date-in-future");
        Map<String, Object> oneAct = Council.minutes(pack);
        oneAct.put("instruments", Council.ACTS.subList(0, 1));
        refused(Council.write(1, pack, oneAct), 422, "instrument");
        Map<String, Object> stranger = Council.minutes(pack);
        stranger.put("leftOut", List.of(UUID.randomUUID()));
        refused(Council.write(1, pack, stranger), 422, "unknown-entry");
        Map<String, Object> stale = Council.minutes(pack);
        stale.put("packageHashRead", "0".repeat(64));
        refused(Council.write(1, pack, stale), 409, "stale-package");
        refused(as(secretary(1)).body("{}").post("/api/v1/packages/" + pack + "/records"), 422, "invalid-input");
        refused(release(chair(), pack, "records", Council.minutes(pack)), 403, "not-permitted");
        TestTokens noOffice = People.person("gsc-other", "EU-GSC", Role.SECRETARIAT);
        refused(release(noOffice, pack, "records", Council.minutes(pack)), 403, "no-office");
        UUID early = Story.packageOf(Story.ready());
        refused(Council.write(1, early, Council.minutes(early)), 409, "stage-is-voted");
    }

    @Test
    void an_entry_that_was_left_out_goes_back_and_the_others_are_adopted() throws Exception {
        UUID in = Story.ready();
        UUID out = Story.ready();
        UUID pack = beforeTheCouncil(in, out);
        Map<String, Object> minutes = Council.minutes(pack);
        minutes.put("leftOut", List.of(out));
        must(Council.confirm(2, pack, id(Council.write(1, pack, minutes))));
        pack(pack).body("status", equalTo("ADOPTED")).body("entries.proposalId", contains(in.toString()));
        must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + out)).then().body("status", equalTo("RETURNED"));
    }

    @Test
    void what_was_not_adopted_is_rejected() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = beforeTheCouncil(proposal);
        Map<String, Object> minutes = Council.minutes(pack);
        minutes.put("leftOut", List.of(proposal));
        refused(Council.write(1, pack, minutes), 422, "nothing-adopted");
        minutes.remove("leftOut");
        minutes.put("adopted", false);
        must(Council.confirm(2, pack, id(Council.write(1, pack, minutes))));
        must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .then()
                .body("status", equalTo("REJECTED"));
        must(as(chair()).get("/api/v1/packages/" + pack)).then().body("status", equalTo("DISSOLVED"));
    }

    @Test
    void scheduling_needs_number_and_date_of_every_entry_and_a_moment_ahead() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        Map<String, Object> order = Council.order(pack, proposal);
        order.put("entries", List.of());
        refused(release(publisher(), pack, "schedule", order), 422, "entry-incomplete")
                .body("errors.reason", contains("entry-incomplete"));
        order.put("entries", List.of(Map.of("proposalId", proposal, "number", "9\n1", "listedDate", "2026-07-20")));
        order.put("citation", "junk\nmore");
        refused(release(publisher(), pack, "schedule", order), 422, "invalid-input")
                .body("errors.pointer", contains("/citation", "/entries/0/number"))
                .body("errors.reason", contains("several-lines", "several-lines"));
        order.remove("citation");
        order.put("entries", List.of(Map.of("proposalId", proposal, "number", " ", "listedDate", "2026-07-20")));
        refused(release(publisher(), pack, "schedule", order), 422, "entry-incomplete");
        order = Council.order(pack, proposal);
        order.put("releaseAt", Instant.now().minusSeconds(5).toString());
        refused(release(publisher(), pack, "schedule", order), 422, "release-in-the-past");
        order = Council.order(pack, proposal);
        order.put("packageHashRead", "0".repeat(64));
        refused(release(publisher(), pack, "schedule", order), 409, "stale-package");
        order.put("entries", java.util.Collections.singletonList(null));
        refused(release(publisher(), pack, "schedule", order), 400, "malformed-body");
        refused(release(chair(), pack, "schedule", Council.order(pack, proposal)), 403, "not-permitted");
        TestTokens noOffice = People.person("op-other", "EU-OP", Role.PUBLISHER);
        refused(release(noOffice, pack, "schedule", Council.order(pack, proposal)), 403, "no-office");
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)))
                .then()
                .body("status", equalTo("SCHEDULED"));
        refused(release(publisher(), pack, "schedule", Council.order(pack, proposal)), 409, "not-in-this-status");
    }

    @Test
    void two_entries_never_have_one_number() throws Exception {
        UUID one = Story.ready();
        UUID two = Story.ready();
        UUID pack = adopted(one, two);
        Map<String, Object> order = Council.order(pack, one, two);
        order.put(
                "entries",
                List.of(one, two).stream()
                        .map(its -> Map.of("proposalId", its, "number", "7", "listedDate", "2026-07-20"))
                        .toList());
        Response answer = release(publisher(), pack, "schedule", order);
        answer.then().statusCode(422).body("errors.reason", contains("number-twice"));
        order.put(
                "entries",
                List.of(one, two, two, UUID.randomUUID()).stream()
                        .map(its ->
                                Map.of("proposalId", its, "number", Council.number(its), "listedDate", "2026-07-20"))
                        .toList());
        release(publisher(), pack, "schedule", order)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/entries/2/proposalId", "/entries/3/proposalId"));
    }

    @Test
    void a_number_that_stands_in_the_list_or_is_scheduled_is_not_given_to_another_entry() throws Exception {
        UUID one = Story.ready();
        UUID two = Story.ready();
        UUID first = adopted(one);
        UUID second = adopted(two);
        must(release(publisher(), first, "schedule", numbered(first, one, "81017")));
        taken(second, two, "81017");
        must(release(publisher(), first, "unschedule", Map.of("reason", "A slip.")));
        must(release(publisher(), second, "schedule", numbered(second, two, "81017")));
        Time.releaseOf(second);
        release.run();
        pack(second).body("status", equalTo("PUBLISHED"));
        taken(first, one, "81017");
        taken(first, one, " 81017 ");
        must(release(publisher(), first, "schedule", numbered(first, one, "81018")));
    }

    @Test
    void a_number_has_the_form_of_its_list_and_a_citation_that_of_its_authority() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        for (String other : List.of("<b>1</b>", "RUS3999", "12 a", "-12")) {
            refused(release(publisher(), pack, "schedule", numbered(pack, proposal, other)), 422, "entry-incomplete")
                    .body("errors.reason", contains("number-of-another-form"))
                    .body("errors.pointer", contains("/entries/0/number"));
        }
        Map<String, Object> order = numbered(pack, proposal, "81019");
        order.put("citation", "91 FR 1");
        refused(release(publisher(), pack, "schedule", order), 422, "entry-incomplete")
                .body("errors.reason", contains("citation-form"))
                .body("errors.pointer", contains("/citation"));
        order.put("citation", "http://data.europa.eu/eli/reg_impl/2026/1848/oj");
        must(release(publisher(), pack, "schedule", order));
    }

    @Test
    void zeros_before_a_number_make_no_other_number() throws Exception {
        UUID one = Story.ready();
        UUID two = Story.ready();
        UUID both = adopted(one, two);
        Map<String, Object> order = Council.order(both, one, two);
        order.put(
                "entries",
                List.of(
                        Map.of("proposalId", one, "number", "0471", "listedDate", "2026-07-20"),
                        Map.of("proposalId", two, "number", "471", "listedDate", "2026-07-20")));
        refused(release(publisher(), both, "schedule", order), 422, "entry-incomplete")
                .body("errors.reason", contains("number-twice"))
                .body("errors.pointer", contains("/entries/1/number"));
        UUID three = Story.ready();
        UUID four = Story.ready();
        UUID first = adopted(three);
        UUID second = adopted(four);
        must(release(publisher(), first, "schedule", numbered(first, three, "0980472")));
        taken(second, four, "980472");
        taken(second, four, "00980472");
        Time.releaseOf(first);
        release.run();
        pack(first).body("status", equalTo("PUBLISHED"));
        taken(second, four, "980472");
        assertEquals(
                List.of("0980472"),
                must(as(publisher()).get("/api/v1/listings?q=980472"))
                        .jsonPath()
                        .getList("items.number"));
        must(release(publisher(), second, "schedule", numbered(second, four, "9804720")));
    }

    @Test
    void after_a_point_zeros_make_another_number() throws Exception {
        UUID one = Story.ready();
        UUID two = Story.ready();
        UUID both = adopted(one, two);
        Map<String, Object> order = Council.order(both, one, two);
        order.put(
                "entries",
                List.of(
                        Map.of("proposalId", one, "number", "9471.01", "listedDate", "2026-07-20"),
                        Map.of("proposalId", two, "number", "9471.1", "listedDate", "2026-07-20")));
        must(release(publisher(), both, "schedule", order));
    }

    @Test
    void an_act_has_no_number_with_zeros_before_it() throws Exception {
        UUID pack = beforeTheCouncil(Story.ready());
        Map<String, Object> minutes = Council.minutes(pack);
        minutes.put(
                "instruments",
                List.of(
                        Map.of("type", "CFSP_DECISION", "number", "(CFSP) 2026/0012"),
                        Map.of("type", "REGULATION", "number", "(EU) 2026/13")));
        refused(Council.write(1, pack, minutes), 422, "instrument")
                .body("errors.reason", contains("instrument-form"))
                .body("errors.pointer", contains("/instruments/0/number"));
    }

    @Test
    void it_is_not_in_force_before_the_day_on_which_it_was_decided() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        LocalDate decided = LocalDate.now().minusDays(1);
        Map<String, Object> order = Council.order(pack, proposal);
        order.put("inForce", decided.minusDays(1).toString());
        refused(release(publisher(), pack, "schedule", order), 422, "entry-incomplete")
                .body("errors.reason", contains("before-decision"))
                .body("errors.pointer", contains("/inForce"))
                .body("errors.detail", contains(containsString("" + decided)));
        order.put("inForce", decided.toString());
        must(release(publisher(), pack, "schedule", order)).then().body("release.inForce", equalTo(decided.toString()));
    }

    @Test
    void what_a_committee_decides_is_not_in_force_before_its_round_passed() throws Exception {
        UUID proposal = EntityList.ready();
        UUID pack = EntityList.packageOf(proposal);
        UUID round = EntityList.openRound(pack, Set.of());
        List.of("bis", "state", "dod", "doe")
                .forEach(seat -> must(EntityList.vote(seat, round, EntityList.hash(pack), "APPROVE")));
        Map<String, Object> order = Council.order(EntityList.hash(pack), proposal);
        order.put("citation", "91 FR 99001");
        LocalDate decided = LocalDate.now(ZoneId.of("America/New_York"));
        order.put("inForce", decided.minusDays(1).toString());
        TestTokens register = People.us("bis-publisher", Role.PUBLISHER);
        refused(release(register, pack, "schedule", order), 422, "entry-incomplete")
                .body("errors.reason", contains("before-decision"));
        order.put("inForce", decided.toString());
        must(release(register, pack, "schedule", order));
    }

    private static Map<String, Object> numbered(UUID pack, UUID proposal, String number) {
        Map<String, Object> order = Council.order(pack, proposal);
        order.put("entries", List.of(Map.of("proposalId", proposal, "number", number, "listedDate", "2026-07-20")));
        return order;
    }

    private static void taken(UUID pack, UUID proposal, String number) {
        refused(release(publisher(), pack, "schedule", numbered(pack, proposal, number)), 422, "entry-incomplete")
                .body("errors.reason", contains("number-taken"))
                .body("errors.pointer", contains("/entries/0/number"))
                .body("errors.detail", contains(containsString("Entry 1: number")));
    }

    @Test
    void an_unscheduled_package_is_scheduled_anew() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
        refused(release(publisher(), pack, "unschedule", Map.of()), 422, "invalid-input");
        must(release(chair(), pack, "unschedule", Map.of("reason", "A slip.")))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("release.releaseAt", nullValue());
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
    }

    @Test
    void a_hold_at_its_time_makes_it_overdue_and_a_new_go_releases_it_once() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
        must(release(publisher(), pack, "hold-release", Map.of("reason", "A doubt.")))
                .then()
                .body("release.hold.reason", equalTo("A doubt."));
        refused(release(publisher(), pack, "hold-release", Map.of("reason", "Again.")), 409, "on-hold");
        Time.releaseOf(pack);
        release.run();
        pack(pack)
                .body("status", equalTo("SCHEDULED"))
                .body("release.overdue", equalTo("held"))
                .body("release.goAt", nullValue());
        People.appoint("op-second", "EU-OP", "EU-833-IV", null, "publisher");
        TestTokens second = People.person("op-second", "EU-OP", Role.PUBLISHER);
        refused(release(second, pack, "lift-hold", null), 403, "hold-of-another");
        must(release(publisher(), pack, "lift-hold", null));
        release.run();
        pack(pack).body("status", equalTo("SCHEDULED"));
        must(release(second, pack, "go", null)).then().body("release.overdue", nullValue());
        release.run();
        release.run();
        pack(pack).body("status", equalTo("PUBLISHED")).body("release.publishedAt", notNullValue());
        assertEquals(1, Databases.number("select count(*) from listing where proposal_id = ?", proposal));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'listing.published' and scope_id = ?", proposal));
        must(as(People.voter("FR")).get("/api/v1/listings?packageId=" + pack))
                .then()
                .body("items", hasSize(1));
        must(as(People.auditor()).get("/api/v1/packages/" + pack + "/history?limit=200"))
                .then()
                .body("items.type", hasItem("package.overdue"));
    }

    @Test
    void nothing_is_released_before_its_time() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
        release.run();
        pack(pack).body("status", equalTo("SCHEDULED"));
    }

    @Test
    void law_does_not_go_stale_but_a_stage_does() throws Exception {
        UUID law = Story.ready();
        UUID adopted = adopted(law);
        Time.stagePassedLongAgo(adopted);
        must(release(publisher(), adopted, "schedule", Council.order(adopted, law)));

        UUID waiting = Story.ready();
        UUID pack = beforeTheCouncil(waiting);
        Time.stagePassedLongAgo(pack);
        refused(Council.write(1, pack, Council.minutes(pack)), 409, "stage-passed-too-long-ago");
        closing.run();
        must(as(chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("stage", equalTo("RELEX"))
                .body("status", equalTo("CLOSED"));
        must(as(chair()).get("/api/v1/proposals/" + waiting))
                .then()
                .body("status", equalTo("READY"))
                .body("stage", equalTo("RELEX"));
        must(Story.openRound(pack));
    }

    private static UUID cited(UUID proposal) {
        return UUID.fromString(must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("text.reasons[0].cites[0].exhibitId"));
    }

    private static io.restassured.response.ValidatableResponse mayBeScheduled(UUID pack, String whyNot) {
        return pack(pack)
                .body("allowedActions.find { it.action == 'schedule' }.allowed", equalTo(whyNot == null))
                .body("allowedActions.find { it.action == 'schedule' }.reason", equalTo(whyNot));
    }

    @Test
    void what_is_not_released_for_quotation_is_named_and_not_scheduled_until_it_is() throws Exception {
        UUID one = Story.ready();
        UUID pack = adopted(one, Story.ready());
        UUID two = UUID.fromString(
                pack(pack).extract().path("entries.find { it.proposalId != '" + one + "' }.proposalId"));
        UUID exhibit = cited(two);
        EvidenceStandIn.unquotable(exhibit);
        EvidenceStandIn.unquotable(cited(Story.ready()));
        mayBeScheduled(pack, "exhibit-not-released")
                .body("notReleased.exhibitId", contains(exhibit.toString()))
                .body("notReleased.title", contains("Registry extract"))
                .body("notReleased.originator", contains("EU-EEAS"));
        Response answer = release(publisher(), pack, "schedule", Council.order(pack, one, two));
        refused(answer, 409, "exhibit-not-released");
        answer.then()
                .body("errors.pointer", contains("/exhibits/" + exhibit + "/1"))
                .body("errors[0].detail", containsString("Registry extract"))
                .body("errors[0].detail", containsString("EU-EEAS"));
        must(as(People.voter("FR")).get("/api/v1/packages/" + pack)).then().body("notReleased", hasSize(0));
        EvidenceStandIn.allQuotable();
        mayBeScheduled(pack, null).body("notReleased", hasSize(0));
        must(release(publisher(), pack, "schedule", Council.order(pack, one, two)));
    }

    @Test
    void where_evidence_service_does_not_answer_nothing_is_scheduled_and_the_page_still_shows() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        EvidenceStandIn.quotationsUnanswered();
        mayBeScheduled(pack, "evidence-unreachable");
        refused(release(publisher(), pack, "schedule", Council.order(pack, proposal)), 503, "evidence-unreachable");
        EvidenceStandIn.allQuotable();
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
    }

    @Test
    void a_release_that_was_revoked_before_the_moment_keeps_the_package_back_and_says_so() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
        EvidenceStandIn.unquotable(cited(proposal));
        Time.releaseOf(pack);
        release.run();
        pack(pack)
                .body("status", equalTo("SCHEDULED"))
                .body("release.overdue", equalTo("exhibit-not-released"))
                .body("notReleased", hasSize(1));
        must(release(publisher(), pack, "go", null));
        release.run();
        pack(pack).body("release.overdue", equalTo("exhibit-not-released"));
        EvidenceStandIn.allQuotable();
        must(release(publisher(), pack, "go", null));
        release.run();
        pack(pack).body("status", equalTo("PUBLISHED"));
    }

    @Test
    void at_the_moment_evidence_service_is_waited_for_a_minute_and_then_the_package_says_why() throws Exception {
        UUID proposal = Story.ready();
        UUID pack = adopted(proposal);
        must(release(publisher(), pack, "schedule", Council.order(pack, proposal)));
        EvidenceStandIn.quotationsUnanswered();
        Time.releaseOf(pack, Instant.now().minusSeconds(5));
        release.run();
        pack(pack).body("status", equalTo("SCHEDULED")).body("release.overdue", nullValue());
        Time.releaseOf(pack, Instant.now().minusSeconds(61));
        release.run();
        pack(pack).body("status", equalTo("SCHEDULED")).body("release.overdue", equalTo("evidence-unreachable"));
        EvidenceStandIn.allQuotable();
        must(release(publisher(), pack, "go", null));
        release.run();
        pack(pack).body("status", equalTo("PUBLISHED"));
    }
}
