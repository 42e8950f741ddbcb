package lockstep.listing.correction;

import static lockstep.listing.proposal.Drafts.ANALYST;
import static lockstep.listing.proposal.Drafts.LAWYER;
import static lockstep.listing.proposal.Drafts.NOON;
import static lockstep.listing.proposal.Drafts.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A correction's way: every verb from every status, against the design's table written once more by hand. */
class CorrectionWayTest {
    private static final Instant END = NOON.plusSeconds(3600);
    private static final String TABLE = """
            CONFIRM      | PROPOSED | TACIT
            REFUSE       | PROPOSED | REFUSED
            WITHDRAW     | PROPOSED TACIT | WITHDRAWN
            DEMAND_ROUND | TACIT | DROPPED
            TAKE_IN      | TACIT | TAKEN_IN
            LAPSE        | PROPOSED TACIT TAKEN_IN | LAPSED
            """;

    private static final Map<CorrectionWay, Tables.Row<CorrectionStatus>> EXPECTED =
            Tables.read(TABLE, CorrectionWay.class, CorrectionStatus.class);

    static Stream<Arguments> every_status_and_verb() {
        return Stream.of(CorrectionStatus.values())
                .flatMap(status -> Stream.of(CorrectionWay.values()).map(way -> Arguments.of(status, way)));
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_verb_is_possible_exactly_where_the_table_has_it(CorrectionStatus status, CorrectionWay way) {
        assertEquals(EXPECTED.get(way).from().contains(status), way.possibleFrom(status));
        assertEquals(EXPECTED.get(way).to(), way.to());
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_correction_obeys_the_table(CorrectionStatus status, CorrectionWay way) {
        Correction its = at(status);
        assertEquals(status, its.status());
        if (EXPECTED.get(way).from().contains(status)) {
            use(way, its);
            assertTrue(EXPECTED.get(way).to().contains(its.status()), () -> way + " led to " + its.status());
        } else {
            assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> use(way, its)));
            assertEquals(status, its.status());
        }
    }

    private static void use(CorrectionWay way, Correction its) {
        switch (way) {
            case CONFIRM -> its.confirm(lawyer(NOON), List.of("FR", "DE"), END);
            case REFUSE -> its.refuse(lawyer(NOON), "why");
            case WITHDRAW -> its.withdraw(as(ANALYST, null, NOON), "why");
            case DEMAND_ROUND -> its.demandRound(as(STRANGER, "FR", NOON), "why");
            case TAKE_IN -> its.takeIn(END);
            case LAPSE -> its.lapse("withdrawn", NOON);
        }
    }

    @Test
    void nothing_is_taken_in_before_its_period_is_over_and_nobody_stops_it_after() {
        Correction its = at(CorrectionStatus.TACIT);
        assertEquals(Reason.NOT_IN_THIS_STATUS, refused(() -> its.takeIn(END.minusMillis(1))));
        assertEquals(Reason.PERIOD_OVER, refused(() -> its.demandRound(as(STRANGER, "FR", END), "why")));
        its.demandRound(as(STRANGER, "FR", END.minusMillis(1)), "More than form.");
        assertEquals("FR", its.endedSeat());
    }

    @Test
    void only_a_seat_of_the_electorate_that_is_not_recused_demands_a_round() {
        Correction its = at(CorrectionStatus.TACIT);
        assertEquals(Reason.NO_SEAT, CorrectionGuards.demandRound(its, as(STRANGER, null, NOON)));
        assertEquals(Reason.NO_SEAT, CorrectionGuards.demandRound(its, as(STRANGER, "AT", NOON)));
        assertEquals(
                Reason.RECUSED,
                CorrectionGuards.demandRound(its, new Capacity(STRANGER, Set.of(), "FR", Set.of(), true, NOON)));
    }

    @Test
    void a_lawyer_who_has_no_other_hand_in_the_text_confirms() {
        Correction its = at(CorrectionStatus.PROPOSED);
        assertEquals(Reason.NO_OFFICE, CorrectionGuards.confirm(its, as(LAWYER, null, NOON)));
        for (Act done : Act.values()) {
            Capacity by = new Capacity(LAWYER, Set.of(Office.LEGAL), null, EnumSet.of(done), false, NOON);
            boolean may = EnumSet.of(
                            Act.ACCEPT,
                            Act.RETURN,
                            Act.ADVISE,
                            Act.CONSULT,
                            Act.FIND_SUFFICIENT,
                            Act.CONFIRM_CORRECTION)
                    .contains(done);
            assertEquals(may ? null : Reason.FOUR_EYES, CorrectionGuards.confirm(its, by), done.name());
        }
        Capacity maker = new Capacity(ANALYST, Set.of(Office.LEGAL), null, Set.of(), false, NOON);
        assertEquals(Reason.FOUR_EYES, CorrectionGuards.confirm(its, maker));
        assertNull(CorrectionGuards.confirm(its, lawyer(NOON)));
    }

    private static Capacity lawyer(Instant at) {
        return new Capacity(LAWYER, Set.of(Office.LEGAL), null, Set.of(), false, at);
    }

    private static Capacity as(Actor actor, String seat, Instant at) {
        return new Capacity(actor, Set.of(), seat, Set.of(), false, at);
    }

    /** Every status is reached by the verbs that lead there. */
    private static Correction at(CorrectionStatus status) {
        Correction its = new Correction(
                UUID.randomUUID(),
                new Correction.Place(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "EU-833-IV", 1, "old"),
                new Correction.Rewritten("old", List.of(), "new"),
                "A slip.",
                ANALYST,
                NOON);
        switch (status) {
            case PROPOSED -> {}
            case TACIT -> use(CorrectionWay.CONFIRM, its);
            case TAKEN_IN, DROPPED, WITHDRAWN, LAPSED -> {
                use(CorrectionWay.CONFIRM, its);
                use(
                        switch (status) {
                            case TAKEN_IN -> CorrectionWay.TAKE_IN;
                            case DROPPED -> CorrectionWay.DEMAND_ROUND;
                            case WITHDRAWN -> CorrectionWay.WITHDRAW;
                            default -> CorrectionWay.LAPSE;
                        },
                        its);
            }
            case REFUSED -> use(CorrectionWay.REFUSE, its);
        }
        return its;
    }

    private static Reason refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(CorrectionRefused.class, act).reason();
    }
}
