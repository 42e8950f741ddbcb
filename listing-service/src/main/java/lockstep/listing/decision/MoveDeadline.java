package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.Proposal;

/** The chair moves an open round's deadline, with a reason that everybody sees (G8). */
@ApplicationScoped
public class MoveDeadline {
    private final Rounds rounds;
    private final Desk desk;

    MoveDeadline(Rounds rounds, Desk desk) {
        this.rounds = rounds;
        this.desk = desk;
    }

    @Transactional
    public Round move(UUID roundId, Instant deadline, String flag, String reason, Actor actor) {
        Package its = desk.takeOf(roundId, "round.deadline-moved", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        Round round = desk.round(roundId);
        // Nobody is told of a day that would be wrong for a round that is closed.
        round.possible(RoundWay.MOVE_DEADLINE);
        round.mustNotBeOver(desk.now());
        Programme programme = desk.programme(its);
        Instant accepted = desk.proposals(its, actor).stream()
                .map(Proposal::acceptedAt)
                .min(Comparator.naturalOrder())
                .orElse(round.openedAt());
        DeadlineRule.check(
                programme, programme.stage(round.stage()), round.openedAt(), accepted, deadline, flag, desk.now());
        notBeforeReserves(round, deadline);
        Instant before = round.deadline();
        round.moveDeadline(deadline, flag, reason, actor.account(), desk.now());
        rounds.flush();
        desk.done(its, "round.deadline-moved", null, desk.read(its, round).saying(null, null, reason, before));
        return round;
    }

    /** A reserve extends the round to its date: the seat was given that time. */
    private void notBeforeReserves(Round round, Instant deadline) {
        rounds.live(round).stream()
                .filter(vote -> vote.choice() == Choice.RESERVE)
                .max(Comparator.comparing(Vote::reserveUntil))
                .filter(latest -> deadline.isBefore(latest.reserveUntil()))
                .ifPresent(latest -> {
                    throw new DecisionRefused(
                            Reason.BEFORE_RESERVE,
                            "Seat " + latest.seat() + " has a reserve until " + latest.reserveUntil()
                                    + ": the deadline isn't before that.");
                });
    }
}
