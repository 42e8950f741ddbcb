package lockstep.listing.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.evidence.Refusals.Refused;

/** G7: each seat can open all exhibits relied on, or has signed that it decides without one. */
final class Openable {
    private Openable() {}

    static void check(List<Count.ElectorateSeat> electorate, List<Refused> refused, Map<String, List<String>> without) {
        List<Missing> closed = new ArrayList<>();
        for (Count.ElectorateSeat seat : electorate) {
            refused.stream()
                    .filter(pair -> closedTo(seat, pair, without))
                    .forEach(pair -> closed.add(new Missing("/seats/" + seat.seat(), "exhibit-not-open", key(pair))));
        }
        if (!closed.isEmpty()) {
            throw new DecisionRefused(
                    Reason.EXHIBIT_NOT_OPEN, "A seat can't open every exhibit that is relied on.", closed);
        }
    }

    /** The pair is about that seat's agency, and the seat hasn't signed that it decides without. */
    static boolean closedTo(Count.ElectorateSeat seat, Refused pair, Map<String, List<String>> without) {
        return pair.agency().equals(seat.agency())
                && !without.getOrDefault(seat.seat(), List.of()).contains(key(pair));
    }

    static String key(Refused pair) {
        return pair.exhibitId() + "/" + pair.version();
    }
}
