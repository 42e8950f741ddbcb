package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.Refusals;
import lockstep.listing.proposal.Act;

/** Records one seat's vote on the package as its holder read it; the last vote closes the round. */
@ApplicationScoped
public class CastVote {
    private final Rounds rounds;
    private final Entries entries;
    private final Appointments appointments;
    private final Conclude conclude;
    private final Desk desk;
    private final Waivers waivers;
    private final Deputies deputies;

    CastVote(
            Rounds rounds,
            Entries entries,
            Appointments appointments,
            Conclude conclude,
            Desk desk,
            Waivers waivers,
            Deputies deputies) {
        this.rounds = rounds;
        this.entries = entries;
        this.appointments = appointments;
        this.conclude = conclude;
        this.desk = desk;
        this.waivers = waivers;
        this.deputies = deputies;
    }

    /** {@code closed}: exhibits of the package that this voter can't open, asked before this transaction. */
    @Transactional
    public Round cast(
            UUID roundId, String packageHashRead, Vote.Ballot ballot, List<Refusals.Refused> closed, Actor actor) {
        Package its = desk.takeOf(roundId, Desk.VOTED, actor);
        Round round = desk.round(roundId);
        Appointment held = appointments
                .seatOf(actor, its.programme())
                .filter(appointment -> round.seat(appointment.seat()).isPresent())
                .orElseThrow(() -> new DecisionRefused(Reason.NO_SEAT, "You hold no seat in this round."));
        round.possible(RoundWay.VOTE);
        round.mustNotBeOver(desk.now());
        desk.notRecused(its, actor);
        round.mustBe(packageHashRead);
        desk.fourEyes(Act.VOTE, its, actor);
        List<Vote> all = rounds.votes(roundId);
        BallotRule.check(round, ballot, desk.now(), all, held.seat());
        entriesKnown(its, ballot);
        waivers.sign(its.id(), held.seat(), ballot.without(), actor, desk.now());
        Map<String, List<String>> without = waivers.of(its.id());
        Openable.check(
                List.of(new Count.ElectorateSeat(held.seat(), actor.agency().code())), closed, without);
        Optional<Vote> before = all.stream()
                .filter(vote -> vote.live() && vote.seat().equals(held.seat()))
                .findFirst();
        if (before.isPresent() && before.get().sub().equals(actor.sub()) && ballot.sameAs(before.get())) {
            return round;
        }
        StandsFor whom = deputies.of(held, its).orElse(null);
        before.ifPresent(vote -> deputies.mayChange(vote, whom, actor));
        before.ifPresent(vote -> vote.supersede(Vote.CHANGED, desk.now()));
        rounds.flush();
        Vote cast = new Vote(round, held.seat(), held.id(), whom, ballot, actor, desk.now());
        rounds.getEntityManager().persist(cast);
        rounds.flush();
        desk.done(
                its,
                Desk.VOTED,
                held.seat(),
                desk.read(its, round)
                        .saying(ballot.choice().name(), null, ballot.reason(), ballot.entries())
                        .standingFor(whom));
        conclude.afterVote(
                its,
                round,
                Stream.concat(all.stream().filter(Vote::live), Stream.of(cast)).toList(),
                actor);
        return round;
    }

    private void entriesKnown(Package its, Vote.Ballot ballot) {
        if (ballot.entries().isEmpty()) {
            return;
        }
        DecisionRefused.when(
                ballot.choice() != Choice.OBJECT, Reason.UNKNOWN_ENTRY, "Only an objection names entries.");
        List<UUID> known = entries.of(its.id()).stream().map(Entry::proposalId).toList();
        DecisionRefused.when(
                !known.containsAll(ballot.entries()), Reason.UNKNOWN_ENTRY, "The package has no such entry.");
    }
}
