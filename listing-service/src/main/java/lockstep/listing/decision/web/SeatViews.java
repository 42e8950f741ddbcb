package lockstep.listing.decision.web;

import java.util.List;
import lockstep.listing.appointment.Absences;
import lockstep.listing.decision.Choice;
import lockstep.listing.decision.Count;
import lockstep.listing.decision.Reserve;
import lockstep.listing.decision.Round;
import lockstep.listing.decision.Vote;
import lockstep.listing.decision.web.DecisionBodies.Person;
import lockstep.listing.decision.web.DecisionBodies.SeatView;
import lockstep.listing.decision.web.DecisionBodies.Tally;
import lockstep.listing.decision.web.DecisionBodies.VoteView;
import lockstep.listing.evidence.ExhibitRef;

/** The seats of a round with what each has said, by whom and for whom, and its reserve. */
final class SeatViews {
    private SeatViews() {}

    static SeatView of(
            Round round,
            Count.ElectorateSeat seat,
            List<Vote> votes,
            boolean holder,
            Absences.Absence absent,
            List<ExhibitRef> cannotOpen) {
        VoteView live = votes.stream()
                .filter(Vote::live)
                .findFirst()
                .map(SeatViews::view)
                .orElse(null);
        List<VoteView> earlier =
                votes.stream().filter(vote -> !vote.live()).map(SeatViews::view).toList();
        Reserve reserve = Reserve.of(votes, round.status().live());
        return new SeatView(seat.seat(), seat.agency(), holder, live, earlier, reserve, absent, cannotOpen);
    }

    private static VoteView view(Vote its) {
        return new VoteView(
                its.choice(),
                its.entries(),
                its.reserveUntil(),
                its.at(),
                new Person(its.sub(), its.account(), its.agency()),
                its.standsFor(),
                its.live(),
                its.reason(),
                its.supersededWhy(),
                its.liftedReason());
    }

    static Tally tally(List<SeatView> seats) {
        return new Tally(
                said(seats, Choice.APPROVE),
                said(seats, Choice.ABSTAIN),
                said(seats, Choice.OBJECT),
                said(seats, Choice.RESERVE),
                said(seats, Choice.SILENT_CONSENT),
                seats.stream().filter(seat -> seat.vote() == null).count());
    }

    private static long said(List<SeatView> seats, Choice choice) {
        return seats.stream()
                .filter(seat -> seat.vote() != null && seat.vote().choice() == choice)
                .count();
    }
}
