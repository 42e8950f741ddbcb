package lockstep.listing.decision;

import static lockstep.listing.decision.Choice.ABSTAIN;
import static lockstep.listing.decision.Choice.APPROVE;
import static lockstep.listing.decision.Choice.OBJECT;
import static lockstep.listing.decision.Choice.RESERVE;
import static lockstep.listing.decision.Choice.SILENT_CONSENT;
import static lockstep.listing.decision.Count.Outcome.FAILED;
import static lockstep.listing.decision.Count.Outcome.OPEN;
import static lockstep.listing.decision.Count.Outcome.PASSED;
import static lockstep.listing.decision.Count.Outcome.STOPPED;
import static lockstep.listing.programme.DecisionRule.MAJORITY;
import static lockstep.listing.programme.DecisionRule.SIGN;
import static lockstep.listing.programme.DecisionRule.UNANIMITY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lockstep.listing.decision.Count.Outcome;
import lockstep.listing.programme.DecisionRule;
import org.junit.jupiter.api.Test;

/** What each rule concludes from the votes: seats are numbered, the first ones vote as listed, the others say nothing. */
class CountTest {
    private static final boolean SILENCE = true;
    private static final boolean NO_SILENCE = false;
    private static final boolean OVER = true;
    private static final boolean RUNNING = false;

    @Test
    void unanimity_passes_at_once_when_every_seat_approved() {
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, RUNNING, many(27, APPROVE)));
        assertEquals(OPEN, of(UNANIMITY, SILENCE, 27, RUNNING, many(26, APPROVE)));
    }

    @Test
    void abstentions_do_not_block_below_a_third_of_the_seats() {
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, RUNNING, many(19, APPROVE), many(8, ABSTAIN)));
        assertEquals(FAILED, of(UNANIMITY, SILENCE, 27, RUNNING, many(18, APPROVE), many(9, ABSTAIN)));
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 4, OVER, many(3, APPROVE), many(1, ABSTAIN)));
        assertEquals(FAILED, of(UNANIMITY, SILENCE, 4, OVER, many(2, APPROVE), many(2, ABSTAIN)));
        assertEquals(FAILED, of(UNANIMITY, SILENCE, 3, OVER, many(2, APPROVE), many(1, ABSTAIN)));
    }

    @Test
    void abstentions_with_silence_fail_at_a_third_too() {
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, OVER, many(8, ABSTAIN), many(19, SILENT_CONSENT)));
        assertEquals(FAILED, of(UNANIMITY, SILENCE, 27, OVER, many(9, ABSTAIN), many(18, SILENT_CONSENT)));
    }

    @Test
    void nothing_passes_that_nobody_approves_or_consents_to() {
        assertEquals(FAILED, of(UNANIMITY, NO_SILENCE, 2, RUNNING, many(2, ABSTAIN)));
        assertEquals(FAILED, of(UNANIMITY, SILENCE, 27, OVER, many(27, ABSTAIN)));
    }

    @Test
    void silence_consents_at_the_deadline_and_not_before() {
        assertEquals(OPEN, of(UNANIMITY, SILENCE, 27, RUNNING));
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, OVER));
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, OVER, many(27, SILENT_CONSENT)));
        assertEquals(PASSED, of(UNANIMITY, SILENCE, 27, OVER, many(5, APPROVE)));
    }

    @Test
    void where_silence_is_not_allowed_a_missing_vote_fails_the_round() {
        assertEquals(FAILED, of(UNANIMITY, NO_SILENCE, 5, OVER, many(4, APPROVE)));
        assertEquals(OPEN, of(UNANIMITY, NO_SILENCE, 5, RUNNING, many(4, APPROVE)));
        assertEquals(PASSED, of(UNANIMITY, NO_SILENCE, 5, RUNNING, many(5, APPROVE)));
    }

    @Test
    void one_objection_stops_unanimity_even_at_the_deadline() {
        assertEquals(STOPPED, of(UNANIMITY, SILENCE, 27, RUNNING, many(1, OBJECT)));
        assertEquals(STOPPED, of(UNANIMITY, SILENCE, 27, OVER, many(26, APPROVE), many(1, OBJECT)));
    }

    @Test
    void a_reserve_is_no_vote() {
        assertEquals(OPEN, of(UNANIMITY, SILENCE, 27, RUNNING, many(26, APPROVE), many(1, RESERVE)));
        assertEquals(FAILED, of(UNANIMITY, NO_SILENCE, 3, OVER, many(2, APPROVE), many(1, RESERVE)));
    }

    @Test
    void a_majority_is_counted_of_all_seats() {
        assertEquals(PASSED, of(MAJORITY, NO_SILENCE, 4, RUNNING, many(3, APPROVE), many(1, OBJECT)));
        assertEquals(PASSED, of(MAJORITY, NO_SILENCE, 5, RUNNING, many(3, APPROVE), many(2, OBJECT)));
        assertEquals(FAILED, of(MAJORITY, NO_SILENCE, 5, RUNNING, many(2, APPROVE), many(1, OBJECT), many(2, ABSTAIN)));
        assertEquals(PASSED, of(MAJORITY, NO_SILENCE, 5, OVER, many(3, APPROVE)));
        assertEquals(FAILED, of(MAJORITY, NO_SILENCE, 5, OVER, many(2, APPROVE)));
    }

    @Test
    void a_tie_fails() {
        assertEquals(FAILED, of(MAJORITY, NO_SILENCE, 4, RUNNING, many(2, APPROVE), many(2, OBJECT)));
    }

    @Test
    void a_majority_round_is_not_stopped_by_an_objection_and_waits_for_every_seat() {
        assertEquals(OPEN, of(MAJORITY, NO_SILENCE, 4, RUNNING, many(1, OBJECT)));
        assertEquals(OPEN, of(MAJORITY, NO_SILENCE, 4, RUNNING, many(3, APPROVE)));
        assertEquals(FAILED, of(MAJORITY, NO_SILENCE, 4, OVER));
    }

    @Test
    void one_signature_decides() {
        assertEquals(PASSED, of(SIGN, NO_SILENCE, 1, RUNNING, many(1, APPROVE)));
        assertEquals(FAILED, of(SIGN, NO_SILENCE, 1, RUNNING, many(1, OBJECT)));
        assertEquals(FAILED, of(SIGN, NO_SILENCE, 1, OVER));
        assertEquals(OPEN, of(SIGN, NO_SILENCE, 1, RUNNING));
    }

    @Test
    void the_proposers_own_seat_is_never_alone_sufficient_but_for_a_signature() {
        Set<String> proposer = Set.of("agency-0");
        List<Count.Said> ownOnly = said(List.of(List.of(APPROVE)));
        assertEquals(FAILED, count(MAJORITY, NO_SILENCE, 1, proposer).conclude(ownOnly, OVER));
        assertEquals(
                FAILED,
                count(UNANIMITY, NO_SILENCE, 4, proposer)
                        .conclude(said(List.of(many(1, APPROVE), many(3, ABSTAIN))), RUNNING));
        assertEquals(PASSED, count(SIGN, NO_SILENCE, 1, proposer).conclude(ownOnly, RUNNING));
        assertEquals(PASSED, count(MAJORITY, NO_SILENCE, 3, proposer).conclude(said(List.of(many(2, APPROVE))), OVER));
    }

    private static Outcome of(DecisionRule rule, boolean silence, int seats, boolean over, List<?>... votes) {
        return count(rule, silence, seats, Set.of()).conclude(said(List.of(votes)), over);
    }

    private static Count count(DecisionRule rule, boolean silence, int seats, Set<String> proposers) {
        return new Count(
                rule,
                silence,
                IntStream.range(0, seats)
                        .mapToObj(n -> new Count.ElectorateSeat("seat-" + n, "agency-" + n))
                        .toList(),
                proposers);
    }

    private static List<Choice> many(int times, Choice choice) {
        return IntStream.range(0, times).mapToObj(_ -> choice).toList();
    }

    private static List<Count.Said> said(List<List<?>> votes) {
        List<Count.Said> all = new ArrayList<>();
        votes.forEach(some -> some.forEach(choice -> all.add(new Count.Said("seat-" + all.size(), (Choice) choice))));
        return all;
    }
}
