package lockstep.listing.proposal;

import java.time.Instant;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** In what capacity somebody comes to one proposal: the person, the offices held in its programme, what was done before. */
public record Standing(Actor actor, Set<Office> offices, Set<Act> acts, boolean replied, Instant now) {

    public Standing {
        offices = Set.copyOf(offices);
        acts = Set.copyOf(acts);
    }

    public boolean holds(Office office) {
        return offices.contains(office);
    }
}
