package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** Whoever held a release lets it go on. */
@ApplicationScoped
public class LiftHold {
    private final Packages packages;
    private final Desk desk;

    LiftHold(Packages packages, Desk desk) {
        this.packages = packages;
        this.desk = desk;
    }

    @Transactional
    public Package lift(UUID packageId, Actor actor) {
        Package its = desk.take(packageId, "package.hold-lifted", actor);
        desk.mustHold(Office.PUBLISHER, its, actor);
        its.liftHold(actor);
        packages.flush();
        desk.done(its, "package.hold-lifted", null, desk.read(its, null).saying(null, null, null, null));
        return its;
    }
}
