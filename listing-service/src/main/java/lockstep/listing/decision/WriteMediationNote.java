package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** The chair records an attempt to bring an objector and the others together. */
@ApplicationScoped
public class WriteMediationNote {
    private final Rounds rounds;
    private final Desk desk;

    WriteMediationNote(Rounds rounds, Desk desk) {
        this.rounds = rounds;
        this.desk = desk;
    }

    @Transactional
    public Round write(UUID roundId, String text, Actor actor) {
        Package its = desk.takeOf(roundId, "round.mediated", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        Round round = desk.round(roundId);
        round.note(text, actor.account(), desk.now());
        rounds.flush();
        desk.done(its, "round.mediated", null, desk.read(its, round).saying(null, null, text, null));
        return round;
    }
}
