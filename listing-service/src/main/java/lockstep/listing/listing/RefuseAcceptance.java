package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** Another publisher doesn't accept a difference, with a reason: the discrepancy stands, and may be proposed anew. */
@ApplicationScoped
public class RefuseAcceptance {
    private final Prints prints;
    private final Acceptances acceptances;
    private final PrintActions actions;
    private final PrintDesk desk;

    RefuseAcceptance(Prints prints, Acceptances acceptances, PrintActions actions, PrintDesk desk) {
        this.prints = prints;
        this.acceptances = acceptances;
        this.actions = actions;
        this.desk = desk;
    }

    record Refused(UUID listingId, UUID acceptanceId, UUID printId, String reason) {}

    @Transactional
    public void refuse(UUID listingId, UUID acceptanceId, String why, Actor actor) {
        Listing its = desk.take(listingId, "listing.acceptance-refused", actor);
        Acceptances.Acceptance proposed = acceptances.require(listingId, acceptanceId);
        PrintRefused.when(actions.answerable(prints.standing(listingId), proposed, actor));
        acceptances.refuse(proposed, why, actor, desk.now());
        desk.write(
                its,
                actor,
                "listing.acceptance-refused",
                new Refused(listingId, acceptanceId, proposed.printId(), why));
    }
}
