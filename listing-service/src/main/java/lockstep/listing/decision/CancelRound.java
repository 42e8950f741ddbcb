package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.PackageEffects;

/** Ends a round without an outcome: by the chair with a reason, or because an entry leaves. */
@ApplicationScoped
public class CancelRound {
    private final Rounds rounds;
    private final PackageEffects effects;
    private final Desk desk;

    CancelRound(Rounds rounds, PackageEffects effects, Desk desk) {
        this.rounds = rounds;
        this.effects = effects;
        this.desk = desk;
    }

    @Transactional
    public Round cancel(UUID roundId, String reason, Actor actor) {
        Package its = desk.takeOf(roundId, "round.cancelled", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        Round round = desk.round(roundId);
        round.mustNotBeOver(desk.now());
        cancelled(its, round, reason, actor);
        return round;
    }

    void cancelled(Package its, Round round, String reason, Principal actor) {
        round.cancel(reason, desk.now());
        effects.roundCancelled(desk.proposals(its, actor), desk.now());
        rounds.flush();
        desk.done(its, "round.cancelled", null, desk.read(its, round).saying(null, null, reason, null));
    }
}
