package lockstep.listing.listing;

import static lockstep.listing.casefile.WhyNot.first;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.Sql;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.listing.PrintRefused.Reason;
import lockstep.listing.programme.Office;

/** The guards of what publishers do with a print, and what somebody of that role could do, with why not. */
@ApplicationScoped
public class PrintActions {
    private final Prints prints;
    private final Acceptances acceptances;
    private final Appointments appointments;
    private final Sql sql;

    PrintActions(Prints prints, Acceptances acceptances, Appointments appointments, Sql sql) {
        this.prints = prints;
        this.acceptances = acceptances;
        this.appointments = appointments;
        this.sql = sql;
    }

    public List<Allowed> of(Listing its, Actor actor) {
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.PUBLISHER)) {
            Prints.Standing standing = prints.standing(its.id());
            Reason no = publisher(its.packageId(), its.programme(), actor);
            add(all, "confirm-print", first(no, comparable(standing)));
            if (standing.state() == Prints.State.DISCREPANCY) {
                Optional<Acceptances.Acceptance> open = acceptances.open(standing);
                if (open.isEmpty()) {
                    add(all, "accept-discrepancy", first(no, acceptable(standing)));
                } else {
                    add(all, "confirm-acceptance", first(no, answerable(standing, open.get(), actor)));
                    add(all, "refuse-acceptance", first(no, answerable(standing, open.get(), actor)));
                }
            }
        }
        return all;
    }

    /** Of a package that is released; nothing for those who can't be its publishers. */
    public List<Allowed> ofReleased(UUID packageId, String programme, Actor actor) {
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.PUBLISHER)) {
            add(all, "confirm-prints", first(publisher(packageId, programme, actor), unconfirmed(packageId)));
        }
        return all;
    }

    /** G5: recusal from one entry is recusal from the package. */
    Reason publisher(UUID packageId, String programme, Actor actor) {
        if (!appointments.officesOf(actor, programme).contains(Office.PUBLISHER)) {
            return Reason.NO_OFFICE;
        }
        boolean recused = sql.first("select recused_in_package(?)", row -> row.getBoolean(1), packageId)
                .orElseThrow();
        if (recused) {
            return Reason.RECUSED;
        }
        boolean seen = sql.first("select 1 from package where id = ?", row -> row.getInt(1), packageId)
                .isPresent();
        return seen ? null : Reason.UNKNOWN_PACKAGE;
    }

    private Reason unconfirmed(UUID packageId) {
        boolean some = sql.first(
                        "select exists (select from listing l where l.package_id = ?"
                                + " and confirmation_of(l) in ('AWAITED', 'DISCREPANCY'))",
                        row -> row.getBoolean(1),
                        packageId)
                .orElseThrow();
        return some ? null : Reason.NOTHING_TO_CONFIRM;
    }

    Reason comparable(Prints.Standing standing) {
        return switch (standing.state()) {
            case AWAITED, DISCREPANCY -> null;
            case CONFIRMED -> Reason.CONFIRMED_ALREADY;
            case SETTLED -> Reason.SETTLED_ALREADY;
        };
    }

    Reason acceptable(Prints.Standing standing) {
        if (standing.state() != Prints.State.DISCREPANCY) {
            return first(comparable(standing), Reason.NO_DISCREPANCY);
        }
        return acceptances.open(standing).isPresent() ? Reason.ACCEPTANCE_IS_OPEN : null;
    }

    Reason answerable(Prints.Standing standing, Acceptances.Acceptance its, Actor actor) {
        if (standing.state() != Prints.State.DISCREPANCY) {
            return first(comparable(standing), Reason.NO_DISCREPANCY);
        }
        if (!its.open()) {
            return Reason.NO_ACCEPTANCE;
        }
        if (!its.printId().equals(standing.printId())) {
            return Reason.PRINT_IS_STALE;
        }
        return its.proposedBy().equals(actor.sub()) ? Reason.FOUR_EYES : null;
    }

    private static void add(List<Allowed> all, String action, Reason no) {
        all.add(Allowed.unless(action, no, no == null ? null : PrintRefused.words(no)));
    }
}
