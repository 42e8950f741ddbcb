package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** A publisher stops a scheduled release until the same person lifts the hold. */
@ApplicationScoped
public class HoldRelease {
    private final Packages packages;
    private final Desk desk;

    HoldRelease(Packages packages, Desk desk) {
        this.packages = packages;
        this.desk = desk;
    }

    @Transactional
    public Package hold(UUID packageId, String reason, Actor actor) {
        Package its = desk.take(packageId, "package.release-held", actor);
        desk.mustHold(Office.PUBLISHER, its, actor);
        its.hold(actor, reason);
        packages.flush();
        desk.done(its, "package.release-held", null, desk.read(its, null).saying("HOLD", null, reason, null));
        return its;
    }
}
