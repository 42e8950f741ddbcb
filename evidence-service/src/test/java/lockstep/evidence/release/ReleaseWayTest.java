package lockstep.evidence.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.release.ReleaseRefused.Reason;
import lockstep.evidence.transfer.PersonalData;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A release request goes the way of the table and no other, and each verb is its own person's. */
class ReleaseWayTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(6 * 3600);
    private static final VersionRef ONE = new VersionRef(UUID.randomUUID(), 1);
    private static final VersionRef OTHER = new VersionRef(UUID.randomUUID(), 1);
    private static final Actor ASKING = person("fr-voter", "FR-REP", Role.VOTER);
    private static final Actor OFFICER = person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER);

    private static Actor person(String account, String agency, Role... roles) {
        return TestTokens.person(account, agency, roles).actor();
    }

    static Stream<Arguments> everyStatusAndVerb() {
        return Stream.of(ReleaseStatus.values())
                .flatMap(status -> Stream.of(ReleaseWay.values()).map(way -> Arguments.of(status, way)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndVerb")
    void each_verb_is_possible_where_the_table_says_so(ReleaseStatus status, ReleaseWay way) {
        ReleaseRequest request = in(status);
        if (way.possibleFrom(status)) {
            act(request, way);
            assertTrue(
                    way.to().contains(request.status(NOON)),
                    request.status(NOON).name());
        } else {
            assertEquals(
                    Reason.NOT_IN_THIS_STATUS,
                    assertThrows(ReleaseRefused.class, () -> act(request, way)).reason());
            assertEquals(status, request.status(NOON));
        }
    }

    @Test
    void every_status_is_reached_by_a_verb_or_is_the_first() {
        Set<ReleaseStatus> reached = EnumSet.of(ReleaseStatus.REQUESTED);
        Stream.of(ReleaseWay.values()).forEach(way -> reached.addAll(way.to()));
        assertEquals(EnumSet.allOf(ReleaseStatus.class), reached);
    }

    @Test
    void a_release_counts_until_its_last_instant_and_not_at_it() {
        ReleaseRequest request = in(ReleaseStatus.APPROVED);
        assertTrue(request.live(EVENING.minusNanos(1)));
        assertEquals(ReleaseStatus.EXPIRED, request.status(EVENING));
        assertEquals(
                Reason.NOT_IN_THIS_STATUS,
                assertThrows(ReleaseRefused.class, () -> request.revoke("late", OFFICER, EVENING))
                        .reason());
    }

    @Test
    void only_a_release_officer_of_the_originator_decides_and_never_whoever_asked() {
        Actor analyst = person("eeas-analyst", "EU-EEAS", Role.ANALYST);
        Actor stranger = person("com-officer", "EU-COM", Role.RELEASE_OFFICER);
        for (Actor other : List.of(analyst, stranger, ASKING)) {
            assertEquals(
                    Reason.NOT_RELEASE_OFFICER,
                    assertThrows(ReleaseRefused.class, () -> in(ReleaseStatus.REQUESTED)
                                    .deny("no", other, NOON))
                            .reason());
            assertEquals(
                    Reason.NOT_RELEASE_OFFICER,
                    assertThrows(ReleaseRefused.class, () -> in(ReleaseStatus.APPROVED)
                                    .revoke("no", other, NOON))
                            .reason());
        }
        ReleaseRequest offered = requested(OFFICER);
        for (ReleaseWay way : EnumSet.of(ReleaseWay.APPROVE, ReleaseWay.DENY)) {
            assertEquals(
                    Reason.OWN_REQUEST,
                    assertThrows(ReleaseRefused.class, () -> act(offered, way)).reason());
        }
        act(offered, ReleaseWay.WITHDRAW, OFFICER);
    }

    @Test
    void only_the_asking_agency_withdraws() {
        assertEquals(
                Reason.NOT_THE_ASKING_AGENCY,
                assertThrows(ReleaseRefused.class, () -> in(ReleaseStatus.REQUESTED)
                                .withdraw(OFFICER, NOON))
                        .reason());
    }

    private static ReleaseRequest in(ReleaseStatus status) {
        ReleaseRequest request = requested(ASKING);
        switch (status) {
            case REQUESTED -> {}
            case APPROVED -> act(request, ReleaseWay.APPROVE);
            case PARTIAL -> approve(request, Set.of(ONE));
            case DENIED -> act(request, ReleaseWay.DENY);
            case WITHDRAWN -> act(request, ReleaseWay.WITHDRAW);
            case REVOKED -> {
                act(request, ReleaseWay.APPROVE);
                act(request, ReleaseWay.REVOKE);
            }
            case EXPIRED -> {
                act(request, ReleaseWay.APPROVE);
                act(request, ReleaseWay.EXPIRE);
            }
        }
        assertEquals(status, request.status(NOON));
        return request;
    }

    private static ReleaseRequest requested(Actor by) {
        UUID caseId = UUID.randomUUID();
        Asked asked = new Asked(
                ReleaseKind.SHARE,
                List.of(ONE, OTHER),
                new Addressee(Addressee.Kind.AGENCY, "FR-REP"),
                "to vote on it",
                null,
                null);
        List<AskedVersion> about = Stream.of(ONE, OTHER)
                .map(ref -> new AskedVersion(
                        UUID.randomUUID(),
                        ref,
                        caseId,
                        "EU-EEAS",
                        Marking.originatorOnly("EU:LIMITE"),
                        VersionState.HELD,
                        PersonalData.NONE))
                .toList();
        return new ReleaseRequest(UUID.randomUUID(), asked, about, "EU:LIMITE", by, NOON);
    }

    private static void act(ReleaseRequest request, ReleaseWay way) {
        act(request, way, way == ReleaseWay.WITHDRAW ? ASKING : OFFICER);
    }

    private static void act(ReleaseRequest request, ReleaseWay way, Actor by) {
        switch (way) {
            case APPROVE -> approve(request, Set.of(ONE, OTHER));
            case DENY -> request.deny("no", by, NOON);
            case WITHDRAW -> request.withdraw(by, NOON);
            case REVOKE -> request.revoke("changed our mind", by, NOON);
            case EXPIRE -> request.expire(NOON);
        }
    }

    private static void approve(ReleaseRequest request, Set<VersionRef> granted) {
        request.approve(granted, new Conditions("the vote", EVENING, true, Map.of(), null), null, null, OFFICER, NOON);
    }
}
