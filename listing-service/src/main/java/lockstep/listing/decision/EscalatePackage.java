package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** Takes a package to the higher body: an outvoted seat in the window, or any seat or the proposer after a failure. */
@ApplicationScoped
public class EscalatePackage {
    private final Packages packages;
    private final PackageEffects effects;
    private final Appointments appointments;
    private final Desk desk;
    private final Deputies deputies;

    EscalatePackage(
            Packages packages, PackageEffects effects, Appointments appointments, Desk desk, Deputies deputies) {
        this.packages = packages;
        this.effects = effects;
        this.appointments = appointments;
        this.desk = desk;
        this.deputies = deputies;
    }

    @Transactional
    public Package escalate(UUID packageId, String reason, Actor actor) {
        Package its = desk.take(packageId, "package.escalated", actor);
        its.possible(PackageWay.ESCALATE);
        Programme programme = desk.programme(its);
        String higher = programme.stage(its.stage()).escalatesTo();
        Instant now = desk.now();
        DecisionRefused.when(
                higher == null
                        || its.windowEndsAt() == null
                        || !its.windowEndsAt().isAfter(now),
                Reason.NOTHING_TO_ESCALATE,
                "No window for escalation is open.");
        List<Proposal> proposals = desk.proposals(its, actor);
        Appointment held = appointments.seatOf(actor, its.programme()).orElse(null);
        String seat = held == null ? null : held.seat();
        StandsFor whom = held == null ? null : deputies.of(held, its).orElse(null);
        if (its.status() == PackageStatus.ADOPTED) {
            DecisionRefused.when(
                    !its.outvoted().contains(seat),
                    Reason.NOT_OUTVOTED,
                    "Only a seat that was outvoted escalates now.");
        } else {
            boolean proposer = proposals.stream().anyMatch(proposal -> actor.of(proposal.agency()));
            DecisionRefused.when(seat == null && !proposer, Reason.NO_SEAT, "Only a seat or the proposer escalates.");
        }
        its.escalated(higher);
        effects.escalated(proposals, higher, now);
        packages.flush();
        desk.done(
                its,
                "package.escalated",
                seat,
                desk.read(its, null).saying(null, null, reason, null).standingFor(whom));
        return its;
    }
}
