package lockstep.listing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Deadlines.Fault;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;

/** G8: a deadline lies ahead, within its stage's clock, and on a working day unless its chair says why not. */
final class DeadlineRule {
    private static final Set<Fault> MAY_BE_FLAGGED = EnumSet.of(Fault.WEEKEND, Fault.HOLIDAY);

    private DeadlineRule() {}

    static void check(
            Programme programme,
            Stage stage,
            Instant opening,
            Instant accepted,
            Instant deadline,
            String flag,
            Instant now) {
        Set<Fault> faults = programme.deadlines().check(stage.clock(), opening, accepted, deadline, now);
        if (flag != null && !flag.isBlank()) {
            faults.removeAll(MAY_BE_FLAGGED);
        }
        for (Fault fault : faults) {
            throw new DecisionRefused(
                    Reason.DEADLINE,
                    switch (fault) {
                        case IN_THE_PAST -> "The deadline lies in the past.";
                        case BEFORE_MINIMUM -> "The deadline is before the stage's shortest time.";
                        case AFTER_MAXIMUM -> "The deadline is after the stage's longest time.";
                        case WEEKEND -> "The deadline falls on a weekend of the programme.";
                        case HOLIDAY -> "The deadline falls on a holiday of the programme.";
                    });
        }
    }

    /**
     * The clock runs anew: the stage's shortest time from now, or the deadline there was if that is later; a stage
     * without a shortest time gives a day, so that no round ends at the moment in which its last objection goes.
     */
    static Instant anew(Programme programme, Stage stage, Instant before, Instant accepted, Instant now) {
        Instant earliest = stage.clock().minimum() == null
                ? programme.deadlines().nextWorking(now.plus(Duration.ofDays(1)))
                : programme.deadlines().earliest(stage.clock(), now, accepted);
        return before.isAfter(earliest) ? before : earliest;
    }
}
