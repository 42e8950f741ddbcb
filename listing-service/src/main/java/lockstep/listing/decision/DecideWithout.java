package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.ExhibitRef;

/** A seat signs, before the round opens, that it decides without an exhibit that it can't open (G7). */
@ApplicationScoped
public class DecideWithout {
    private final Appointments appointments;
    private final Waivers waivers;
    private final Desk desk;
    private final Deputies deputies;

    DecideWithout(Appointments appointments, Waivers waivers, Desk desk, Deputies deputies) {
        this.appointments = appointments;
        this.waivers = waivers;
        this.desk = desk;
        this.deputies = deputies;
    }

    @Transactional
    public Package sign(UUID packageId, List<ExhibitRef> items, Actor actor) {
        Package its = desk.take(packageId, "package.decides-without", actor);
        Appointment held = appointments
                .seatOf(actor, its.programme())
                .orElseThrow(() -> new DecisionRefused(Reason.NO_SEAT, "You hold no seat in this programme."));
        StandsFor whom = deputies.of(held, its).orElse(null);
        waivers.sign(packageId, held.seat(), items, actor, desk.now());
        desk.done(
                its,
                "package.decides-without",
                held.seat(),
                desk.read(its, null).saying(null, null, null, items).standingFor(whom));
        return its;
    }
}
