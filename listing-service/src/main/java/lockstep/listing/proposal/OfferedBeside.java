package lockstep.listing.proposal;

import java.util.List;
import lockstep.auth.Actor;
import lockstep.listing.casefile.Allowed;

/** What another feature lets be done with a proposal, so that one list names all that its reader can do. */
public interface OfferedBeside {

    List<Allowed> on(Proposal its, Actor actor);
}
