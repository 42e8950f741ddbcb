package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.Refusals;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** The chair opens the round that decides a package at its present stage (G7, G8). */
@ApplicationScoped
public class OpenRound {
    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final PackageQueries queries;
    private final PackageEffects effects;
    private final Appointments appointments;
    private final Waivers waivers;
    private final ConsultationDone consultation;
    private final ObservationsAssessed observations;
    private final Desk desk;

    OpenRound(
            Packages packages,
            Rounds rounds,
            Entries entries,
            PackageQueries queries,
            PackageEffects effects,
            Appointments appointments,
            Waivers waivers,
            ConsultationDone consultation,
            ObservationsAssessed observations,
            Desk desk) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.queries = queries;
        this.effects = effects;
        this.appointments = appointments;
        this.waivers = waivers;
        this.consultation = consultation;
        this.observations = observations;
        this.desk = desk;
    }

    /** {@code conditionalSeats}: those that take part this time; {@code deadlineFlag}: why on a day that is none. */
    public record Order(Instant deadline, String deadlineFlag, Set<String> conditionalSeats) {
        public Order {
            conditionalSeats = conditionalSeats == null ? Set.of() : Set.copyOf(conditionalSeats);
        }
    }

    /** {@code refused}: seats' agencies that can't open exhibits, asked of evidence-service before this transaction. */
    @Transactional
    public Round open(UUID packageId, Order order, List<Refusals.Refused> refused, Actor actor) {
        Package its = desk.take(packageId, "round.opened", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        its.possible(PackageWay.OPEN_ROUND);
        DecisionRefused.when(rounds.live(packageId).isPresent(), Reason.ROUND_IS_LIVE, "A round is under way.");
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(its.stage());
        DecisionRefused.when(stage.recorded(), Reason.STAGE_IS_RECORDED, "This stage is decided elsewhere: record it.");
        DecisionRefused.when(
                its.windowEndsAt() != null, Reason.NOT_IN_THIS_STATUS, "The package waits for an escalation.");
        List<Proposal> proposals = desk.proposals(its, actor);
        Instant now = desk.now();
        NotStale.check(its, proposals, now);
        consultation.check(programme, its);
        observations.check(its);
        DecisionRefused.when(
                !programme.conditionalSeats(stage).containsAll(order.conditionalSeats()),
                Reason.UNKNOWN_SEAT,
                "Only a conditional seat of this stage can be taken in.");
        List<Count.ElectorateSeat> electorate = programme.electorate(stage, order.conditionalSeats()).stream()
                .map(seat -> new Count.ElectorateSeat(seat.code(), seat.agency()))
                .toList();
        everySeatHasAHolder(electorate, its);
        Map<String, List<String>> without = waivers.of(packageId);
        Openable.check(electorate, refused, without);
        deadline(programme, stage, proposals, order, now);
        Round opened = new Round(
                UUID.randomUUID(),
                its,
                stage,
                stage.rule(proposals.getFirst().kind()),
                new Round.Opening(order.deadline(), order.deadlineFlag(), electorate, without),
                actor,
                now);
        rounds.persist(opened);
        its.roundOpened();
        effects.roundOpened(proposals, now);
        rounds.flush();
        rounds.fix(opened, entries.of(packageId));
        desk.done(
                its, "round.opened", null, desk.read(its, opened).saying(null, null, order.deadlineFlag(), electorate));
        return opened;
    }

    private void everySeatHasAHolder(List<Count.ElectorateSeat> electorate, Package its) {
        Map<String, List<Appointment>> holders = appointments.holders(its.programme());
        Set<String> recused = queries.recused(its.id());
        List<DecisionRefused.Missing> empty = electorate.stream()
                .filter(seat -> holders.getOrDefault(seat.seat(), List.of()).stream()
                        .allMatch(holder -> recused.contains(holder.sub())))
                .map(seat -> new DecisionRefused.Missing(
                        "/seats/" + seat.seat(), "seat-without-holder", "Seat " + seat.seat() + " has no holder."))
                .toList();
        if (!empty.isEmpty()) {
            throw new DecisionRefused(Reason.SEAT_WITHOUT_HOLDER, "Every seat needs a holder or an alternate.", empty);
        }
    }

    private static void deadline(Programme programme, Stage stage, List<Proposal> proposals, Order order, Instant now) {
        Instant accepted = proposals.stream()
                .map(Proposal::acceptedAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        DeadlineRule.check(programme, stage, now, accepted, order.deadline(), order.deadlineFlag(), now);
    }
}
