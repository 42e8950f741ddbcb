package lockstep.listing.listing;

import java.util.List;
import lockstep.auth.Actor;
import lockstep.listing.casefile.Allowed;

/** What another feature lets be done with a listing, so that one list names all that its reader can do. */
public interface OfferedOnListing {

    List<Allowed> on(Listing its, Actor actor);
}
