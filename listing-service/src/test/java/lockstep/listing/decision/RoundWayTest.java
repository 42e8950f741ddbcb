package lockstep.listing.decision;

import static lockstep.listing.proposal.Drafts.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.DecisionRule;
import lockstep.listing.proposal.Drafts;
import lockstep.listing.proposal.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A round's way: every verb from every status, against the design's table written once more by hand. */
class RoundWayTest {
    private static final String TABLE = """
            VOTE          | OPEN STOPPED | OPEN STOPPED
            LIFT          | STOPPED | OPEN STOPPED
            CARVE_OUT     | STOPPED | OPEN STOPPED CANCELLED
            CLOSE_FAILED  | STOPPED | FAILED
            MOVE_DEADLINE | OPEN | OPEN
            CLOSE         | OPEN | PASSED FAILED
            CANCEL        | OPEN STOPPED | CANCELLED
            """;

    private static final Map<RoundWay, Tables.Row<RoundStatus>> EXPECTED =
            Tables.read(TABLE, RoundWay.class, RoundStatus.class);

    static Stream<Arguments> every_status_and_verb() {
        return Stream.of(RoundStatus.values())
                .flatMap(status -> Stream.of(RoundWay.values()).map(way -> Arguments.of(status, way)));
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_verb_is_possible_exactly_where_the_table_has_it(RoundStatus status, RoundWay way) {
        assertEquals(EXPECTED.get(way).from().contains(status), way.possibleFrom(status));
        assertEquals(EXPECTED.get(way).to(), way.to());
    }

    @ParameterizedTest
    @MethodSource("every_status_and_verb")
    void a_round_obeys_the_table(RoundStatus status, RoundWay way) {
        Round its = Dossiers.at(status);
        assertEquals(status, its.status());
        if (EXPECTED.get(way).from().contains(status)) {
            use(way, its);
            assertTrue(EXPECTED.get(way).to().contains(its.status()), () -> way + " led to " + its.status());
        } else {
            Reason reason =
                    assertThrows(DecisionRefused.class, () -> use(way, its)).reason();
            assertEquals(status.live() ? Reason.NOT_IN_THIS_STATUS : Reason.ROUND_CLOSED, reason);
            assertEquals(status, its.status());
        }
    }

    private static void use(RoundWay way, Round its) {
        switch (way) {
            case VOTE -> its.stop();
            case LIFT, CARVE_OUT -> its.reopen(way, NOON.plusSeconds(60), "why", "", NOON);
            case CLOSE_FAILED -> {
                its.possible(way);
                its.close(RoundStatus.FAILED, "why", NOON);
            }
            case MOVE_DEADLINE -> its.moveDeadline(NOON.plusSeconds(60), null, "why", "pres-chair", NOON);
            case CLOSE -> its.close(RoundStatus.PASSED, "deadline", NOON);
            case CANCEL -> its.cancel("why", NOON);
        }
    }

    @Test
    void a_deadline_is_never_moved_silently() {
        Round its = Dossiers.at(RoundStatus.OPEN);
        Instant before = its.deadline();
        its.moveDeadline(NOON.plusSeconds(7200), null, "a feast", "pres-chair", NOON);
        assertEquals(
                List.of(new Round.Move(before, NOON.plusSeconds(7200), "a feast", "pres-chair", NOON)), its.moves());
        assertEquals(NOON.plusSeconds(7200), its.deadline());
    }

    @Test
    void notes_are_kept_while_it_lives() {
        Round its = Dossiers.at(RoundStatus.STOPPED);
        its.note("we spoke", "pres-chair", NOON);
        assertEquals(List.of(new Round.Note("pres-chair", NOON, "we spoke")), its.notes());
        assertEquals(Reason.ROUND_CLOSED, refused(() -> Dossiers.at(RoundStatus.PASSED)
                .note("late", "pres-chair", NOON)));
    }

    @Test
    void an_objection_and_a_reserve_say_why() {
        Round round = Dossiers.round(DecisionRule.UNANIMITY);
        assertEquals(Reason.REASON_NEEDED, ballot(round, Choice.OBJECT, " ", null));
        assertEquals(Reason.REASON_NEEDED, ballot(round, Choice.RESERVE, "", round.deadline()));
        BallotRule.check(round, new Vote.Ballot(Choice.APPROVE, null, null, null, null), NOON, List.of(), "FR");
    }

    @Test
    void silence_is_not_something_one_says() {
        assertEquals(
                Reason.REASON_NEEDED,
                ballot(Dossiers.round(DecisionRule.UNANIMITY), Choice.SILENT_CONSENT, "why", null));
    }

    @Test
    void a_reserve_names_a_date_from_the_deadline_to_fourteen_days_after_it() {
        Round round = Dossiers.round(DecisionRule.UNANIMITY);
        Instant latest = round.deadline().plus(Duration.ofDays(14));
        assertEquals(Reason.RESERVE_DATE, ballot(round, Choice.RESERVE, "why", latest.plusSeconds(1)));
        assertEquals(Reason.RESERVE_DATE, ballot(round, Choice.RESERVE, "why", NOON));
        Instant early = round.deadline().minusSeconds(1);
        assertEquals(Reason.RESERVE_DATE, ballot(round, Choice.RESERVE, "why", early));
        assertEquals(Reason.RESERVE_DATE, ballot(round, Choice.RESERVE, "why", null));
        BallotRule.check(round, new Vote.Ballot(Choice.RESERVE, null, "why", latest, null), NOON, List.of(), "FR");
    }

    @Test
    void a_reserve_is_not_renewed_by_the_same_seat_and_no_other_rule_knows_one() {
        Round round = Dossiers.round(DecisionRule.UNANIMITY);
        Vote.Ballot reserve = new Vote.Ballot(Choice.RESERVE, null, "why", round.deadline(), null);
        List<Vote> before = List.of(new Vote(round, "FR", UUID.randomUUID(), null, reserve, Drafts.STRANGER, NOON));
        assertEquals(Reason.RESERVE_NOT_RENEWED, refused(() -> BallotRule.check(round, reserve, NOON, before, "FR")));
        BallotRule.check(round, reserve, NOON, before, "DE");
        Round majority = Dossiers.round(DecisionRule.MAJORITY);
        assertEquals(Reason.NO_RESERVE_HERE, ballot(majority, Choice.RESERVE, "why", majority.deadline()));
    }

    private static Reason ballot(Round round, Choice choice, String reason, Instant until) {
        return refused(() ->
                BallotRule.check(round, new Vote.Ballot(choice, null, reason, until, null), NOON, List.of(), "FR"));
    }

    private static Reason refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(DecisionRefused.class, act).reason();
    }
}
