package lockstep.listing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.DecisionRule;

/** What a vote must say: an objection and a reserve their reason, a reserve a date that extends the round, and only once. */
final class BallotRule {
    /** A reserve extends the round by at most this. */
    static final Duration RESERVE = Duration.ofDays(14);

    private BallotRule() {}

    static void check(Round round, Vote.Ballot ballot, Instant now, List<Vote> all, String seat) {
        boolean grave = ballot.choice() == Choice.OBJECT || ballot.choice() == Choice.RESERVE;
        DecisionRefused.when(
                ballot.choice() == Choice.SILENT_CONSENT, Reason.REASON_NEEDED, "Silence is what the system records.");
        DecisionRefused.when(grave && ballot.reason().isBlank(), Reason.REASON_NEEDED, "Say why.");
        if (ballot.choice() == Choice.RESERVE) {
            reserve(round, ballot, now, all, seat);
        }
    }

    private static void reserve(Round round, Vote.Ballot ballot, Instant now, List<Vote> all, String seat) {
        DecisionRefused.when(
                round.rule() != DecisionRule.UNANIMITY, Reason.NO_RESERVE_HERE, "This rule knows no reserve.");
        boolean before = all.stream().anyMatch(vote -> vote.seat().equals(seat) && vote.choice() == Choice.RESERVE);
        DecisionRefused.when(before, Reason.RESERVE_NOT_RENEWED, "A reserve isn't renewed.");
        Instant until = ballot.reserveUntil();
        boolean near = until != null
                && until.isAfter(now)
                && !until.isBefore(round.deadline())
                && !until.isAfter(round.deadline().plus(RESERVE));
        if (!near) {
            String words = "A reserve names a date: the deadline, or at most 14 days after it.";
            throw new DecisionRefused(
                    Reason.RESERVE_DATE,
                    words,
                    List.of(new DecisionRefused.Missing("/reserveUntil", "reserve-date", words)));
        }
    }
}
