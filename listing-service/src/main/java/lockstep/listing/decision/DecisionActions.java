package lockstep.listing.decision;

import static lockstep.listing.casefile.WhyNot.first;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.language.LanguageVersions;
import lockstep.listing.listing.PrintActions;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Acts;

/** What somebody of these roles could think of doing with a package or its round, and why not. */
@ApplicationScoped
public class DecisionActions {
    /** Whose work it can be to note something on a package for their own agency. */
    private static final Set<Role> NOTING = EnumSet.of(
            Role.ANALYST, Role.SUBMITTER, Role.REVIEWER, Role.LEGAL, Role.VOTER, Role.CHAIR, Role.SECRETARIAT);

    private final Appointments appointments;
    private final Programmes programmes;
    private final Records records;
    private final Acts acts;
    private final ConsultationDone consultation;
    private final ObservationsAssessed observations;
    private final LanguageVersions languages;
    private final AgreedRelease agreed;
    private final PrintActions prints;
    private final ImpactAuthors impact;
    private final Entries entries;
    private final InstantSource clock;

    DecisionActions(
            Appointments appointments,
            Programmes programmes,
            Records records,
            Acts acts,
            ConsultationDone consultation,
            ObservationsAssessed observations,
            LanguageVersions languages,
            AgreedRelease agreed,
            PrintActions prints,
            ImpactAuthors impact,
            Entries entries,
            InstantSource clock) {
        this.appointments = appointments;
        this.programmes = programmes;
        this.records = records;
        this.acts = acts;
        this.consultation = consultation;
        this.observations = observations;
        this.languages = languages;
        this.agreed = agreed;
        this.prints = prints;
        this.impact = impact;
        this.entries = entries;
        this.clock = clock;
    }

    /** {@code quotable}: what the print may not cite, as far as it was asked for this actor. */
    public List<Allowed> of(Package its, Optional<Round> live, Quotable quotable, Actor actor) {
        Set<Office> offices = appointments.officesOf(actor, its.programme());
        Programme programme = programmes.require(its.programme());
        Stage stage = programme.stage(its.stage());
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.CHAIR)) {
            Reason no = offices.contains(Office.CHAIR) ? null : Reason.NO_OFFICE;
            add(all, "edit-entries", first(no, status(its, PackageWay.ADD_ENTRY)));
            add(
                    all,
                    "open-round",
                    first(
                            no,
                            status(its, PackageWay.OPEN_ROUND),
                            its.windowEndsAt() == null ? null : Reason.NOT_IN_THIS_STATUS,
                            live.isPresent() ? Reason.ROUND_IS_LIVE : null,
                            stage.recorded() ? Reason.STAGE_IS_RECORDED : null,
                            consultation.missing(programme, its).isEmpty() ? null : Reason.CONSULTATION_MISSING,
                            observations.in(its) ? null : Reason.OBSERVATIONS_NOT_ASSESSED));
        }
        if (actor.has(Role.SECRETARIAT)) {
            Reason no = offices.contains(Office.SECRETARIAT) ? null : Reason.NO_OFFICE;
            boolean awaiting = records.awaiting(its.id());
            add(
                    all,
                    "record",
                    first(
                            no,
                            status(its, PackageWay.RECORD),
                            stage.recorded() ? null : Reason.STAGE_IS_VOTED,
                            awaiting ? Reason.RECORD_IS_OPEN : null,
                            observations.in(its) ? null : Reason.OBSERVATIONS_NOT_ASSESSED,
                            fourEyes(Act.RECORD, its, actor)));
            add(
                    all,
                    "confirm-record",
                    first(
                            no,
                            awaiting ? null : Reason.NOT_AWAITING_CONFIRMATION,
                            fourEyes(Act.CONFIRM_RECORD, its, actor)));
            add(
                    all,
                    "refuse-record",
                    first(
                            no,
                            awaiting ? null : Reason.NOT_AWAITING_CONFIRMATION,
                            acts.inPackage(actor, its.id()).contains(Act.RECORD) ? Reason.FOUR_EYES : null));
        }
        if (actor.has(Role.PUBLISHER)) {
            Reason no = offices.contains(Office.PUBLISHER) ? null : Reason.NO_OFFICE;
            boolean window = its.windowEndsAt() != null && its.windowEndsAt().isAfter(clock.instant());
            add(
                    all,
                    "schedule",
                    first(
                            no,
                            status(its, PackageWay.SCHEDULE),
                            window ? Reason.WINDOW_IS_OPEN : null,
                            fourEyes(Act.SCHEDULE, its, actor),
                            languages.lacking(its.id(), programme).isEmpty() ? null : Reason.LANGUAGE_VERSION_MISSING,
                            quotable.whyNot(() -> entries.printed(its.id()).keySet())));
            boolean scheduled = its.status() == PackageStatus.SCHEDULED;
            boolean chairs = offices.contains(Office.CHAIR);
            add(all, "unschedule", first(chairs ? null : no, scheduled ? null : Reason.NOT_IN_THIS_STATUS));
            add(
                    all,
                    "hold-release",
                    first(
                            no,
                            scheduled ? null : Reason.NOT_IN_THIS_STATUS,
                            its.release().held() ? Reason.ON_HOLD : null));
            add(all, "lift-hold", first(no, its.release().held() ? null : Reason.NOT_ON_HOLD));
            add(all, "go", first(no, its.needsGo(agreed.instantOf(its)) ? null : Reason.NOT_IN_THIS_STATUS));
        }
        if (actor.has(Role.PUBLISHER) || actor.has(Role.CHAIR)) {
            Reason no = agreed.mayAgree(its.programme(), actor) ? null : Reason.NO_OFFICE;
            boolean free = !its.status().over() && agreed.of(its.id()).isEmpty();
            add(all, "found-embargo-group", first(no, free ? null : Reason.NOT_IN_THIS_STATUS));
        }
        if (its.status() == PackageStatus.PUBLISHED) {
            all.addAll(prints.ofReleased(its.id(), its.programme(), actor));
        }
        if (actor.has(Role.CHAIR) || actor.has(Role.SECRETARIAT) || actor.has(Role.ANALYST)) {
            add(all, "impact-note", impact.whyNot(its, actor));
        }
        if (NOTING.stream().anyMatch(actor::has)) {
            add(all, "note", null);
        }
        if (actor.has(Role.CHAIR) && !actor.has(Role.PUBLISHER) && its.status() == PackageStatus.SCHEDULED) {
            add(all, "unschedule", offices.contains(Office.CHAIR) ? null : Reason.NO_OFFICE);
        }
        if ((actor.has(Role.VOTER) || actor.has(Role.SUBMITTER)) && its.windowEndsAt() != null) {
            add(all, "escalate", escalate(its, actor));
        }
        if (actor.has(Role.VOTER) && its.status().undecided()) {
            boolean seated = appointments.seatOf(actor, its.programme()).isPresent();
            add(all, "decides-without", seated ? null : Reason.NO_SEAT);
        }
        return all;
    }

    /** {@code seat}: the one of this round that the person holds; {@code objects}: whether it has an objection. */
    public List<Allowed> of(Package its, Round round, Optional<Appointment> seat, boolean objects, Actor actor) {
        List<Allowed> all = new ArrayList<>();
        Reason over = round.over(clock.instant()) ? Reason.ROUND_CLOSED : null;
        if (actor.has(Role.VOTER)) {
            Reason no = seat.isEmpty() ? Reason.NO_SEAT : null;
            add(
                    all,
                    "vote",
                    first(round.status().live() ? over : Reason.ROUND_CLOSED, no, fourEyes(Act.VOTE, its, actor)));
            add(
                    all,
                    "lift",
                    first(no, objects && RoundWay.LIFT.possibleFrom(round.status()) ? null : Reason.NOTHING_TO_LIFT));
        }
        if (actor.has(Role.CHAIR)) {
            Reason no = appointments.officesOf(actor, its.programme()).contains(Office.CHAIR) ? null : Reason.NO_OFFICE;
            add(all, "mediation-note", first(no, round.status().live() ? null : Reason.ROUND_CLOSED));
            add(all, "move-deadline", first(no, way(round, RoundWay.MOVE_DEADLINE), over));
            add(all, "carve-out", first(no, way(round, RoundWay.CARVE_OUT)));
            add(
                    all,
                    "close-failed",
                    first(
                            no,
                            way(round, RoundWay.CLOSE_FAILED),
                            round.notes().isEmpty() ? Reason.MEDIATION_NOTE_MISSING : null));
            add(all, "cancel", first(no, way(round, RoundWay.CANCEL), over));
        }
        return all;
    }

    /** The seat of this round that the person holds. */
    public Optional<Appointment> seat(Package its, Round round, Actor actor) {
        return appointments.seatOf(actor, its.programme()).filter(held -> round.seat(held.seat())
                .isPresent());
    }

    private Reason escalate(Package its, Actor actor) {
        String seat = appointments
                .seatOf(actor, its.programme())
                .map(Appointment::seat)
                .orElse(null);
        if (its.status() == PackageStatus.ADOPTED) {
            return its.outvoted().contains(seat) ? null : Reason.NOT_OUTVOTED;
        }
        boolean proposer = entries.proposedBy(its.id(), actor.agency().code());
        return seat == null && !proposer ? Reason.NO_SEAT : null;
    }

    private Reason fourEyes(Act act, Package its, Actor actor) {
        return act.breaksFourEyes(acts.inPackage(actor, its.id())) ? Reason.FOUR_EYES : null;
    }

    private static Reason status(Package its, PackageWay way) {
        return way.possibleFrom(its.status()) ? null : Reason.NOT_IN_THIS_STATUS;
    }

    private static Reason way(Round round, RoundWay way) {
        return way.possibleFrom(round.status()) ? null : Reason.NOT_IN_THIS_STATUS;
    }

    private static void add(List<Allowed> all, String action, Reason whyNot) {
        all.add(Allowed.unless(action, whyNot, null));
    }
}
