package lockstep.listing.decision;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lockstep.listing.programme.DecisionRule;

/**
 * What a rule concludes from the votes of one electorate; pure, so that every case of it can be tested in a line.
 *
 * @param seats the electorate as it was fixed when the round opened
 * @param silence at the deadline a seat that said nothing has consented
 * @param proposers agencies whose proposals are decided: their own seats alone never suffice (G4), but for SIGN
 */
public record Count(DecisionRule rule, boolean silence, List<ElectorateSeat> seats, Set<String> proposers) {
    /** What follows now. */
    public enum Outcome {
        /** Nothing yet. */
        OPEN,
        STOPPED,
        PASSED,
        FAILED
    }

    /** One seat of a round's electorate and the agency that holds it. */
    public record ElectorateSeat(String seat, String agency) {}

    /** One seat's live vote. */
    public record Said(String seat, Choice choice) {}

    public Count {
        seats = List.copyOf(seats);
        proposers = Set.copyOf(proposers);
    }

    /** {@code over}: the deadline has come. */
    public Outcome conclude(Collection<Said> votes, boolean over) {
        return rule == DecisionRule.UNANIMITY ? unanimity(votes, over) : counted(votes, over);
    }

    private Outcome unanimity(Collection<Said> votes, boolean over) {
        if (count(votes, Choice.OBJECT) > 0) {
            return Outcome.STOPPED;
        }
        int approve = count(votes, Choice.APPROVE);
        int abstain = count(votes, Choice.ABSTAIN);
        boolean allSpoke = approve + abstain == seats.size();
        if (!allSpoke && !over) {
            return Outcome.OPEN;
        }
        if (!allSpoke && !silence) {
            return Outcome.FAILED;
        }
        boolean tooManyAbstain = abstain * 3 >= seats.size();
        return tooManyAbstain || !othersConsent(votes) ? Outcome.FAILED : Outcome.PASSED;
    }

    /** Somebody other than the proposers' own seats approved, or consented by silence. */
    private boolean othersConsent(Collection<Said> votes) {
        Set<String> against = new HashSet<>();
        Set<String> approved = new HashSet<>();
        votes.forEach(vote -> {
            if (vote.choice() == Choice.APPROVE) {
                approved.add(vote.seat());
            }
            if (vote.choice() == Choice.ABSTAIN || vote.choice() == Choice.OBJECT) {
                against.add(vote.seat());
            }
        });
        return seats.stream()
                .filter(seat -> !proposers.contains(seat.agency()) || proposers.size() > 1)
                .anyMatch(seat -> approved.contains(seat.seat()) || silence && !against.contains(seat.seat()));
    }

    private Outcome counted(Collection<Said> votes, boolean over) {
        int spoken = count(votes, Choice.APPROVE) + count(votes, Choice.ABSTAIN) + count(votes, Choice.OBJECT);
        if (spoken < seats.size() && !over) {
            return Outcome.OPEN;
        }
        int approve = count(votes, Choice.APPROVE);
        if (rule == DecisionRule.SIGN) {
            return approve == seats.size() ? Outcome.PASSED : Outcome.FAILED;
        }
        // Of all seats, so that a tie and a seat that stays away count against.
        return approve * 2 > seats.size() && othersConsent(votes) ? Outcome.PASSED : Outcome.FAILED;
    }

    private static int count(Collection<Said> votes, Choice choice) {
        return (int) votes.stream().filter(vote -> vote.choice() == choice).count();
    }
}
