package lockstep.listing.correction;

import java.time.Instant;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Act;

/**
 * In what capacity somebody comes to a correction.
 *
 * @param seat held in the programme, or null
 * @param acts what this person has done to the entry's revision
 */
record Capacity(Actor actor, Set<Office> offices, String seat, Set<Act> acts, boolean recused, Instant now) {

    Capacity having(Set<Act> done) {
        return new Capacity(actor, offices, seat, done, recused, now);
    }

    boolean holds(Office office) {
        return offices.contains(office);
    }
}
