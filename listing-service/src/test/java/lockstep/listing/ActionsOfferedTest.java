package lockstep.listing;

import static java.util.Map.entry;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Story.must;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.decision.PackageWay;
import lockstep.listing.decision.RoundWay;
import lockstep.listing.proposal.Way;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every verb of the three ways that a person drives stands among the allowed actions of a view, and an absent one says why. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ActionsOfferedTest {
    /** What the system does, or another verb brings about. */
    private static final String NOBODY = "";

    private static final Map<Way, String> PROPOSAL = Map.ofEntries(
            entry(Way.AMEND, "amend"),
            entry(Way.SUBMIT, "submit"),
            entry(Way.ACCEPT, "accept"),
            entry(Way.RETURN, "return"),
            entry(Way.ENDORSE, "endorse"),
            entry(Way.FIND_SUFFICIENT, "find-sufficient"),
            entry(Way.HOLD, "hold"),
            entry(Way.RESUME, "resume"),
            entry(Way.WITHDRAW, "withdraw"),
            entry(Way.OPEN_ROUND, "open-round"),
            entry(Way.CANCEL_ROUND, "cancel"),
            entry(Way.CARVE_OUT, "carve-out"),
            entry(Way.RECORD_ADOPTED, "record"),
            entry(Way.RECORD_NOT_ADOPTED, "confirm-record"),
            entry(Way.RECORD_LEFT_OUT, "refuse-record"),
            entry(Way.ESCALATE, "escalate"),
            entry(Way.SCHEDULE, "schedule"),
            entry(Way.UNSCHEDULE, "unschedule"),
            entry(Way.PASS_STAGE, NOBODY),
            entry(Way.FAIL_STAGE, NOBODY),
            entry(Way.LAPSE, NOBODY),
            entry(Way.PUBLISH, NOBODY),
            entry(Way.MATERIAL_CHANGE, NOBODY),
            entry(Way.GO_STALE, NOBODY));

    private static final Map<PackageWay, String> PACKAGE = Map.ofEntries(
            entry(PackageWay.ADD_ENTRY, "edit-entries"),
            entry(PackageWay.REMOVE_ENTRY, "edit-entries"),
            entry(PackageWay.OPEN_ROUND, "open-round"),
            entry(PackageWay.RECORD, "record"),
            entry(PackageWay.ESCALATE, "escalate"),
            entry(PackageWay.SCHEDULE, "schedule"),
            entry(PackageWay.UNSCHEDULE, "unschedule"),
            entry(PackageWay.LOSE_ENTRY, NOBODY),
            entry(PackageWay.TAKE_UP, NOBODY),
            entry(PackageWay.PASS_STAGE, NOBODY),
            entry(PackageWay.FAIL, NOBODY),
            entry(PackageWay.LAPSE, NOBODY),
            entry(PackageWay.PUBLISH, NOBODY),
            entry(PackageWay.GO_STALE, NOBODY));

    private static final Map<RoundWay, String> ROUND = Map.ofEntries(
            entry(RoundWay.VOTE, "vote"),
            entry(RoundWay.LIFT, "lift"),
            entry(RoundWay.CARVE_OUT, "carve-out"),
            entry(RoundWay.CLOSE_FAILED, "close-failed"),
            entry(RoundWay.MOVE_DEADLINE, "move-deadline"),
            entry(RoundWay.CANCEL, "cancel"),
            entry(RoundWay.CLOSE, NOBODY));

    /** Acts that are no verb of a way but a person's all the same. */
    private static final Set<String> OTHERS = Set.of(
            "resubmit",
            "advise",
            "consult",
            "widen-return",
            "widen-opinion",
            "note",
            "impact-note",
            "decides-without",
            "mediation-note",
            "hold-release",
            "lift-hold",
            "go",
            "confirm",
            "end",
            "absence",
            "describe",
            "invite",
            "leave",
            "recuse",
            "propose");

    private final Set<String> seen = new TreeSet<>();

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    @Test
    void every_verb_that_a_person_drives_is_offered_or_absent_with_a_reason() {
        assertEquals(Set.of(Way.values()), PROPOSAL.keySet());
        assertEquals(Set.of(PackageWay.values()), PACKAGE.keySet());
        assertEquals(Set.of(RoundWay.values()), ROUND.keySet());
        proposals();
        packageAndRound();
        release();
        escalation();
        look(
                People.person("fr-registrar", "FR-REP", Role.REGISTRAR, Role.VOTER),
                "appointments?agency=FR-REP",
                "items.allowedActions.flatten()");
        Set<String> wanted = new TreeSet<>(OTHERS);
        for (Map<? extends Enum<?>, String> way : Arrays.asList(PROPOSAL, PACKAGE, ROUND)) {
            wanted.addAll(way.values().stream().filter(name -> !name.isEmpty()).collect(Collectors.toSet()));
        }
        wanted.removeAll(seen);
        assertEquals(Set.of(), wanted, "mentioned by no view");
    }

    private void proposals() {
        UUID proposal = Story.inReview();
        String view = "proposals/" + proposal;
        List.of(People.eeasAnalyst(), People.eeasSubmitter(), People.chair(), People.legal(), People.comReviewer())
                .forEach(who -> look(who, view));
        look(People.voter("FR"), view);
        Story.act(People.chair(), proposal, "return", Map.of("revisionRead", 1, "code", "OTHER", "text", "why"));
        look(People.chair(), view);
        Story.act(People.eeasSubmitter(), proposal, "withdraw", Map.of("reason", "why"));
        look(People.eeasAnalyst(), view);
        String itsCase =
                must(as(People.eeasAnalyst()).get("/api/v1/" + view)).jsonPath().getString("caseId");
        must(as(People.eeasAnalyst())
                .body(Map.of("agency", "EU-COM"))
                .post("/api/v1/cases/" + itsCase + "/participants"));
        look(People.eeasAnalyst(), "cases/" + itsCase);
        UUID held = Story.submitted();
        Story.act(
                People.chair(),
                held,
                "hold",
                Map.of("reason", "why", "reviewBy", Story.noonIn(9).toString()));
        look(People.chair(), "proposals/" + held);
        UUID american = Ofac.draft(Ofac.file(), "ADD", null);
        must(Ofac.submit(american));
        look(Ofac.chair(), "proposals/" + american);
    }

    private void packageAndRound() {
        UUID ready = Story.ready();
        look(People.legal(), "proposals/" + ready);
        UUID pack = Story.packageOf(ready);
        List.of(People.chair(), People.secretary(1), People.voter("FR")).forEach(who -> look(who, "packages/" + pack));
        UUID round = Story.id(Story.openRound(pack));
        List.of(People.chair(), People.voter("FR")).forEach(who -> look(who, "rounds/" + round));
    }

    private void release() {
        UUID scheduled = Ofac.scheduled(Ofac.draft(Ofac.file(), "ADD", null), "X-" + UUID.randomUUID());
        look(Ofac.publisher(), "packages/" + scheduled);
        Set<String> chairs =
                actions(Ofac.chair(), "packages/" + scheduled, "allowedActions").keySet();
        assertEquals(true, chairs.contains("unschedule"), "the chair unschedules too");
    }

    private void escalation() {
        UUID pack = EntityList.packageOf(EntityList.ready());
        UUID round = EntityList.openRound(pack, Set.of());
        must(EntityList.vote("state", round, EntityList.hash(pack), "OBJECT"));
        List.of("bis", "dod", "doe")
                .forEach(seat -> must(EntityList.vote(seat, round, EntityList.hash(pack), "APPROVE")));
        Map<String, String> outvoted = actions(EntityList.voter("state"), "packages/" + pack, "allowedActions");
        assertEquals("allowed", outvoted.get("escalate"));
        assertEquals(
                "not-outvoted",
                actions(EntityList.voter("dod"), "packages/" + pack, "allowedActions")
                        .get("escalate"));
        seen.addAll(outvoted.keySet());
    }

    private void look(TestTokens who, String view) {
        look(who, view, "allowedActions");
    }

    private void look(TestTokens who, String view, String path) {
        seen.addAll(actions(who, view, path).keySet());
    }

    /** By name: {@code allowed}, or the reason; one that is neither fails. */
    private static Map<String, String> actions(TestTokens who, String view, String path) {
        List<Map<String, Object>> offered =
                must(as(who).get("/api/v1/" + view)).jsonPath().getList(path);
        return offered.stream()
                .collect(Collectors.toMap(
                        one -> (String) one.get("action"),
                        one -> {
                            boolean allowed = (boolean) one.get("allowed");
                            if (!allowed) {
                                assertNotNull(one.get("reason"), view + " " + one);
                            }
                            return allowed ? "allowed" : (String) one.get("reason");
                        },
                        (one, other) -> one));
    }
}
