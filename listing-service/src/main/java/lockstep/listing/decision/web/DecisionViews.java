package lockstep.listing.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.appointment.Absences;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.Choice;
import lockstep.listing.decision.DecisionActions;
import lockstep.listing.decision.Deputies;
import lockstep.listing.decision.Entries;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.PackageQueries;
import lockstep.listing.decision.Packages;
import lockstep.listing.decision.Quotable;
import lockstep.listing.decision.RecordedDecision;
import lockstep.listing.decision.Records;
import lockstep.listing.decision.Round;
import lockstep.listing.decision.Rounds;
import lockstep.listing.decision.SeatAccess;
import lockstep.listing.decision.Vote;
import lockstep.listing.decision.web.DecisionBodies.HoldView;
import lockstep.listing.decision.web.DecisionBodies.PackageView;
import lockstep.listing.decision.web.DecisionBodies.RecordedView;
import lockstep.listing.decision.web.DecisionBodies.Release;
import lockstep.listing.decision.web.DecisionBodies.RoundRow;
import lockstep.listing.decision.web.DecisionBodies.RoundView;
import lockstep.listing.decision.web.DecisionBodies.SeatView;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programmes;

/** Packages, rounds and records as a reader of the electorate sees them. */
@ApplicationScoped
class DecisionViews {
    private final Packages packages;
    private final PackageQueries queries;
    private final Entries entries;
    private final Rounds rounds;
    private final Records records;
    private final Appointments appointments;
    private final Programmes programmes;
    private final DecisionActions actions;
    private final Deputies deputies;
    private final SeatAccess access;
    private final Acting acting;

    DecisionViews(
            Packages packages,
            PackageQueries queries,
            Entries entries,
            Rounds rounds,
            Records records,
            Appointments appointments,
            Programmes programmes,
            DecisionActions actions,
            Deputies deputies,
            SeatAccess access,
            Acting acting) {
        this.packages = packages;
        this.queries = queries;
        this.entries = entries;
        this.rounds = rounds;
        this.records = records;
        this.appointments = appointments;
        this.programmes = programmes;
        this.actions = actions;
        this.deputies = deputies;
        this.access = access;
        this.acting = acting;
    }

    /** {@code quotable}: what its print may not cite, asked before. */
    @ReadOnly
    PackageView packageView(UUID id, Quotable quotable) {
        Actor actor = acting.actor();
        Package its = packages.require(actor, id);
        List<Round> all = rounds.of(id);
        Optional<Round> live =
                all.stream().filter(round -> round.status().live()).findFirst();
        return new PackageView(
                its.id(),
                its.version(),
                its.programme(),
                its.named().programmeVersion(),
                its.named().number(),
                its.named().title(),
                its.named().draftAct(),
                its.status().name(),
                its.stage(),
                its.kinds(),
                its.hash(),
                its.marking(),
                its.formedAt(),
                its.stagePassedAt(),
                its.outvoted(),
                its.windowEndsAt(),
                entries.exhibits(id).size(),
                queries.entries(id),
                queries.left(id),
                all.stream().map(DecisionViews::row).toList(),
                live.map(round -> view(its, round, actor)).orElse(null),
                records.of(id).stream().map(DecisionViews::view).toList(),
                release(its, queries.embargoOf(id)),
                Stream.of(Office.PUBLISHER, Office.CHAIR)
                                .anyMatch(appointments.officesOf(actor, its.programme())::contains)
                        ? quotable.refused()
                        : List.of(),
                actions.of(its, live, quotable, actor));
    }

    @ReadOnly
    RoundView roundView(UUID id) {
        Actor actor = acting.actor();
        Round round = rounds.require(actor, id);
        return view(packages.require(actor, round.packageId()), round, actor);
    }

    private RoundView view(Package its, Round round, Actor actor) {
        Map<String, List<Vote>> votes = rounds.votes(round.id()).stream().collect(Collectors.groupingBy(Vote::seat));
        Set<String> held = seatsHeld(its);
        Map<String, Absences.Absence> absent = deputies.absent(its.programme());
        Optional<Appointment> mine = actions.seat(its, round, actor);
        Map<String, List<ExhibitRef>> lost = lost(its, round, mine, votes, actor);
        List<SeatView> seats = round.electorate().stream()
                .map(seat -> SeatViews.of(
                        round,
                        seat,
                        votes.getOrDefault(seat.seat(), List.of()),
                        held.contains(seat.seat()),
                        absent.get(seat.seat()),
                        lost.getOrDefault(seat.seat(), List.of())))
                .toList();
        boolean objects = mine.map(seat -> votes.getOrDefault(seat.seat(), List.of())).stream()
                .flatMap(List::stream)
                .anyMatch(vote -> vote.live() && vote.choice() == Choice.OBJECT);
        return new RoundView(
                round.id(),
                round.version(),
                its.id(),
                its.named().number(),
                round.stage(),
                round.rule().name(),
                round.silence(),
                round.status().name(),
                round.openedAt(),
                round.deadline(),
                round.deadlineFlag(),
                programmes.require(its.programme()).zone().getId(),
                round.packageHash(),
                entries.of(its.id()).stream().map(Entry::proposalId).toList(),
                round.programme(),
                round.programmeVersion(),
                seats,
                SeatViews.tally(seats),
                round.notes(),
                round.moves(),
                round.closedAt(),
                round.outcome(),
                mine.map(Appointment::seat).orElse(null),
                mine.flatMap(seat -> deputies.of(seat, its)).orElse(null),
                actions.of(its, round, mine, objects, actor));
    }

    /**
     * What a seat can't open is the business of whoever can help it, the chair, and its own until it has spoken; nobody else's
     * answer waits for the question.
     */
    private Map<String, List<ExhibitRef>> lost(
            Package its, Round round, Optional<Appointment> mine, Map<String, List<Vote>> votes, Actor actor) {
        boolean chairs = actor.has(Role.CHAIR)
                && appointments.officesOf(actor, its.programme()).contains(Office.CHAIR);
        boolean owes = mine.isPresent()
                && votes.getOrDefault(mine.get().seat(), List.of()).stream()
                        .noneMatch(vote -> vote.live() && vote.choice() != Choice.RESERVE);
        if (!round.status().live() || !chairs && !owes) {
            return Map.of();
        }
        return access.of(round.id()).stream()
                .filter(one -> chairs || one.seat().equals(mine.get().seat()))
                .collect(Collectors.groupingBy(
                        SeatAccess.Lost::seat, Collectors.mapping(SeatAccess.Lost::exhibit, Collectors.toList())));
    }

    /** The seats that somebody may vote for: one whose holders are all recused from the package has none. */
    private Set<String> seatsHeld(Package its) {
        Set<String> recused = queries.recused(its.id());
        return appointments.holders(its.programme()).entrySet().stream()
                .filter(seat -> seat.getValue().stream().anyMatch(holder -> !recused.contains(holder.sub())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static RoundRow row(Round its) {
        return new RoundRow(
                its.id(),
                its.stage(),
                its.status().name(),
                its.openedAt(),
                its.deadline(),
                its.closedAt(),
                its.outcome());
    }

    static RecordedView view(RecordedDecision its) {
        return new RecordedView(
                its.id(),
                its.packageId(),
                its.stage(),
                its.body(),
                its.decidedOn(),
                its.adopted(),
                its.instruments(),
                its.leftOut(),
                its.actExhibit(),
                its.packageHash(),
                its.status().name(),
                its.recordedAccount(),
                its.recordedAt(),
                its.confirmedAccount(),
                its.confirmedAt(),
                its.refusal());
    }

    private static Release release(Package its, UUID embargoGroup) {
        return new Release(
                its.release().at(),
                its.release().inForce(),
                its.release().citation(),
                its.release().goAt(),
                its.release().held()
                        ? new HoldView(
                                its.release().holdAccount(), its.release().holdReason())
                        : null,
                its.release().overdue(),
                its.publishedAt(),
                embargoGroup);
    }
}
