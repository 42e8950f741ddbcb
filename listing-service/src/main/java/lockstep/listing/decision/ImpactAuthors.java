package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;

/**
 * Who writes a package's impact note: the chair and the secretariat, who hold the whole of it, and the analysts of an agency
 * that proposed an entry, who know what hangs on its target. A seat says what it thinks of the impact with its vote.
 */
@ApplicationScoped
class ImpactAuthors {
    private final Appointments appointments;
    private final Entries entries;

    ImpactAuthors(Appointments appointments, Entries entries) {
        this.appointments = appointments;
        this.entries = entries;
    }

    /** As what somebody writes it. */
    enum Capacity {
        CHAIR,
        SECRETARIAT,
        PROPOSER
    }

    Optional<Capacity> capacity(Package its, Actor actor) {
        Set<Office> offices = appointments.officesOf(actor, its.programme());
        if (offices.contains(Office.CHAIR)) {
            return Optional.of(Capacity.CHAIR);
        }
        if (offices.contains(Office.SECRETARIAT)) {
            return Optional.of(Capacity.SECRETARIAT);
        }
        boolean proposes = actor.has(Role.ANALYST)
                && entries.proposedBy(its.id(), actor.agency().code());
        return proposes ? Optional.of(Capacity.PROPOSER) : Optional.empty();
    }

    /** Null: the actor may write one now. What was decided was decided on the notes that stood then. */
    Reason whyNot(Package its, Actor actor) {
        if (capacity(its, actor).isEmpty()) {
            return Reason.NO_OFFICE;
        }
        return its.status().undecided() ? null : Reason.NOT_IN_THIS_STATUS;
    }
}
