package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** Another publisher confirms that a difference is accepted: the listing is confirmed. */
@ApplicationScoped
public class ConfirmAcceptance {
    private final Prints prints;
    private final Acceptances acceptances;
    private final PrintActions actions;
    private final PrintDesk desk;

    ConfirmAcceptance(Prints prints, Acceptances acceptances, PrintActions actions, PrintDesk desk) {
        this.prints = prints;
        this.acceptances = acceptances;
        this.actions = actions;
        this.desk = desk;
    }

    record Accepted(UUID listingId, UUID acceptanceId, UUID printId, String reason) {}

    @Transactional
    public void confirm(UUID listingId, UUID acceptanceId, Actor actor) {
        Listing its = desk.take(listingId, "listing.discrepancy-accepted", actor);
        Acceptances.Acceptance proposed = acceptances.require(listingId, acceptanceId);
        PrintRefused.when(actions.answerable(prints.standing(listingId), proposed, actor));
        acceptances.confirm(proposed, actor, desk.now());
        desk.write(
                its,
                actor,
                "listing.discrepancy-accepted",
                new Accepted(listingId, acceptanceId, proposed.printId(), proposed.reason()));
    }
}
