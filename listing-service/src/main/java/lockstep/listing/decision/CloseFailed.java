package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;

/** The chair ends a stopped round without agreement, after at least one attempt at mediation. */
@ApplicationScoped
public class CloseFailed {
    private final Rounds rounds;
    private final Conclude conclude;
    private final Desk desk;

    CloseFailed(Rounds rounds, Conclude conclude, Desk desk) {
        this.rounds = rounds;
        this.conclude = conclude;
        this.desk = desk;
    }

    @Transactional
    public Round close(UUID roundId, String reason, Actor actor) {
        Package its = desk.takeOf(roundId, "round.failed", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        Round round = desk.round(roundId);
        round.possible(RoundWay.CLOSE_FAILED);
        DecisionRefused.when(
                round.notes().isEmpty(), Reason.MEDIATION_NOTE_MISSING, "Write a mediation note before you end it.");
        conclude.failed(its, round, reason, actor, actor, desk.now());
        rounds.flush();
        return round;
    }
}
