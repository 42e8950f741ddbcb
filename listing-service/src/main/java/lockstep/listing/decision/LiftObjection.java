package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;

/** The objecting seat withdraws its objection; with the last one gone the clock runs anew. */
@ApplicationScoped
public class LiftObjection {
    private final Rounds rounds;
    private final Appointments appointments;
    private final Conclude conclude;
    private final Desk desk;
    private final Deputies deputies;

    LiftObjection(Rounds rounds, Appointments appointments, Conclude conclude, Desk desk, Deputies deputies) {
        this.rounds = rounds;
        this.appointments = appointments;
        this.conclude = conclude;
        this.desk = desk;
        this.deputies = deputies;
    }

    @Transactional
    public Round lift(UUID roundId, String reason, Actor actor) {
        Package its = desk.takeOf(roundId, "round.objection-lifted", actor);
        Round round = desk.round(roundId);
        round.possible(RoundWay.LIFT);
        Appointment held = appointments
                .seatOf(actor, its.programme())
                .orElseThrow(() -> new DecisionRefused(Reason.NO_SEAT, "You hold no seat in this round."));
        String seat = held.seat();
        StandsFor whom = deputies.of(held, its).orElse(null);
        Vote objection = rounds.live(round).stream()
                .filter(vote -> vote.seat().equals(seat) && vote.choice() == Choice.OBJECT)
                .findFirst()
                .orElseThrow(() -> new DecisionRefused(Reason.NOTHING_TO_LIFT, "Your seat has no objection."));
        deputies.mayChange(objection, whom, actor);
        objection.lift(reason, desk.now());
        rounds.flush();
        desk.done(
                its,
                "round.objection-lifted",
                seat,
                desk.read(its, round).saying(null, null, reason, null).standingFor(whom));
        boolean last = rounds.live(round).stream().noneMatch(vote -> vote.choice() == Choice.OBJECT);
        if (last) {
            conclude.reopen(its, round, RoundWay.LIFT, "the last objection was lifted", desk.now());
        }
        rounds.flush();
        return round;
    }
}
