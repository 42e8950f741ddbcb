package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;

/** What a package and an agreement on its moment of release have to do with each other. */
@ApplicationScoped
public class AgreedRelease {
    private final Sql sql;
    private final Appointments appointments;
    private final Desk desk;

    AgreedRelease(Sql sql, Appointments appointments, Desk desk) {
        this.sql = sql;
        this.appointments = appointments;
        this.desk = desk;
    }

    /** The instant to which its embargo group binds a package; empty where it is in none. */
    public Optional<Instant> of(UUID packageId) {
        return sql.first("select agreed_release(?)", row -> Sql.instant(row, 1), packageId);
    }

    /** The instant T that counts for a scheduled package: of its embargo group, or its own. */
    public Instant instantOf(Package its) {
        return of(its.id()).orElse(its.release().at());
    }

    /** The package, locked, for its publisher or chair. */
    public Package take(UUID packageId, String event, Actor actor) {
        Package its = desk.take(packageId, event, actor);
        desk.notRecused(its, actor);
        DecisionRefused.when(
                !mayAgree(its.programme(), actor), Reason.NO_OFFICE, "Only publisher or chair agrees on a release.");
        return its;
    }

    public boolean mayAgree(String programme, Actor actor) {
        Set<Office> held = appointments.officesOf(actor, programme);
        return held.contains(Office.PUBLISHER) || held.contains(Office.CHAIR);
    }

    /** Writes into the package's history what was agreed about it. */
    public void note(Package its, String event, String why, Object detail) {
        desk.done(its, event, null, desk.read(its, null).saying(null, null, why, detail));
    }
}
