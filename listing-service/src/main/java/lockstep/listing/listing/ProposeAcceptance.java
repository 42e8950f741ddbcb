package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.listing.PrintRefused.Reason;

/** A publisher would accept that the print differs, with a reason; it holds once another publisher has confirmed it. */
@ApplicationScoped
public class ProposeAcceptance {
    private final Prints prints;
    private final Acceptances acceptances;
    private final PrintActions actions;
    private final PrintDesk desk;

    ProposeAcceptance(Prints prints, Acceptances acceptances, PrintActions actions, PrintDesk desk) {
        this.prints = prints;
        this.acceptances = acceptances;
        this.actions = actions;
        this.desk = desk;
    }

    record Proposed(UUID listingId, UUID acceptanceId, UUID printId, String reason) {}

    /** {@code printRead}: the print whose difference the publisher has before him. */
    @Transactional
    public UUID propose(UUID listingId, UUID printRead, String reason, Actor actor) {
        Listing its = desk.take(listingId, "listing.acceptance-proposed", actor);
        Prints.Standing standing = prints.standing(listingId);
        PrintRefused.when(actions.acceptable(standing));
        PrintRefused.when(printRead.equals(standing.printId()) ? null : Reason.PRINT_IS_STALE);
        UUID id = UUID.randomUUID();
        acceptances.propose(id, its, printRead, reason, actor, desk.now());
        desk.write(its, actor, "listing.acceptance-proposed", new Proposed(listingId, id, printRead, reason));
        return id;
    }
}
