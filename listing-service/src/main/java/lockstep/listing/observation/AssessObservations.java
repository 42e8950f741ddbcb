package lockstep.listing.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Protection;

/** Says point by point what the authority finds on what the party wrote; whoever decides reads it (G13). */
@ApplicationScoped
public class AssessObservations {
    private static final String ASSESSED = "listing.observations-assessed";

    private final ObservationsDesk desk;

    AssessObservations(ObservationsDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public Observations assess(UUID id, List<Point> points, Actor actor) {
        Observations its = desk.takeForChange(id);
        Protection protection = desk.protection(its.proposalId(), actor);
        desk.attempting(ASSESSED, its.listingId(), its.programme(), protection);
        ObservationsRefused.unless(desk.whyNotAssessed(its, actor));
        its.assess(points, actor, desk.now());
        desk.flush();
        desk.done(its, ASSESSED, protection);
        return its;
    }
}
