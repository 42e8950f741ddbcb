package lockstep.listing.decision.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.listing.decision.AskQuotable;
import lockstep.listing.decision.Quotable;
import lockstep.listing.decision.web.DecisionBodies.PackageView;

/** A package with what evidence-service says of its print, which is asked first: no transaction waits for the network. */
@ApplicationScoped
class PackageViews {
    private final AskQuotable asking;
    private final DecisionViews views;
    private final Acting acting;

    PackageViews(AskQuotable asking, DecisionViews views, Acting acting) {
        this.asking = asking;
        this.views = views;
        this.acting = acting;
    }

    /** Only who schedules, or may take a package back, is told; nobody else's page waits for the question. */
    PackageView of(UUID id) {
        Actor actor = acting.actor();
        boolean told = actor.has(Role.PUBLISHER) || actor.has(Role.CHAIR);
        return views.packageView(id, told ? asking.forPerson(id, actor) : Quotable.ALL);
    }
}
