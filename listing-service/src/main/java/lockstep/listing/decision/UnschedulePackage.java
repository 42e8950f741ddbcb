package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.PackageEffects;

/** Takes the authorisation of a release back, with a reason. */
@ApplicationScoped
public class UnschedulePackage {
    private final Packages packages;
    private final PackageEffects effects;
    private final Appointments appointments;
    private final Desk desk;

    UnschedulePackage(Packages packages, PackageEffects effects, Appointments appointments, Desk desk) {
        this.packages = packages;
        this.effects = effects;
        this.appointments = appointments;
        this.desk = desk;
    }

    @Transactional
    public Package unschedule(UUID packageId, String reason, Actor actor) {
        Package its = desk.take(packageId, "package.unscheduled", actor);
        Set<Office> held = appointments.officesOf(actor, its.programme());
        DecisionRefused.when(
                !held.contains(Office.PUBLISHER) && !held.contains(Office.CHAIR),
                Reason.NO_OFFICE,
                "Only publisher or chair unschedules.");
        its.unschedule();
        effects.unscheduled(desk.proposals(its, actor), desk.now());
        packages.flush();
        desk.done(its, "package.unscheduled", null, desk.read(its, null).saying(null, null, reason, null));
        return its;
    }
}
