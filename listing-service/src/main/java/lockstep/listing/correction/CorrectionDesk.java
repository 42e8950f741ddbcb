package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Participation;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Entries;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Packages;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Acts;

/** What every command on a correction begins and ends with: take it under its package's lock, know who asks, journal it. */
@ApplicationScoped
class CorrectionDesk {
    private final Corrections corrections;
    private final Packages packages;
    private final Entries entries;
    private final Appointments appointments;
    private final Participation participation;
    private final Acts acts;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    CorrectionDesk(
            Corrections corrections,
            Packages packages,
            Entries entries,
            Appointments appointments,
            Participation participation,
            Acts acts,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.corrections = corrections;
        this.packages = packages;
        this.entries = entries;
        this.appointments = appointments;
        this.participation = participation;
        this.acts = acts;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The package's row, locked first by whatever happens to it or its entries (docs/adr/0002). */
    Package locked(UUID packageId, Principal actor) {
        Package its = packages.visibleTo(actor, packageId)
                .orElseThrow(() -> new CorrectionRefused(Reason.UNKNOWN_CORRECTION));
        packages.getEntityManager().refresh(its, LockModeType.PESSIMISTIC_WRITE);
        return its;
    }

    /** Locked by its package; whatever is refused from here on is in the history as an attempt of that name. */
    Correction take(UUID id, String event, Actor actor) {
        Correction its = corrections.require(id);
        Package in = locked(its.packageId(), actor);
        corrections.getEntityManager().refresh(its);
        attempt.on(event, "correction", id, (int) its.version(), its.programme(), in.protection());
        return its;
    }

    void attempting(String event, Package in) {
        attempt.on(event, "package", in.id(), (int) in.version(), in.programme(), in.protection());
    }

    Entry entry(UUID packageId, UUID proposalId) {
        Entry its = entries.findById(new Entry.Key(packageId, proposalId));
        if (its == null || its.leftAt() != null) {
            throw new CorrectionRefused(Reason.NOTHING_DECIDED);
        }
        return its;
    }

    /** Towards a package as a whole: nothing is known yet of acts on one entry. */
    Capacity capacity(Actor actor, String programme, UUID packageId) {
        return new Capacity(
                actor,
                appointments.officesOf(actor, programme),
                appointments.seatOf(actor, programme).map(Appointment::seat).orElse(null),
                Set.of(),
                participation.recused(actor.sub(), entries.cases(packageId)),
                clock.instant());
    }

    Capacity capacity(Actor actor, Correction its) {
        return with(capacity(actor, its.programme(), its.packageId()), its);
    }

    /** The same person with what was done to the corrected revision, which only its lawyers are asked about. */
    Capacity with(Capacity by, Correction its) {
        boolean asked = by.holds(Office.LEGAL);
        return asked ? by.having(acts.of(by.actor(), its.proposalId(), its.revision())) : by;
    }

    /** Under the protection of the package: for its seats and the programme's offices. */
    void done(Correction its, String event, String seat, String said, Principal actor) {
        corrections.flush();
        Package in = packages.require(actor, its.packageId());
        journal.append(new JournalEntry(
                event,
                1,
                "correction",
                its.id(),
                (int) its.version(),
                its.programme(),
                seat,
                in.protection(),
                CorrectionEvent.of(its, said)));
    }
}
