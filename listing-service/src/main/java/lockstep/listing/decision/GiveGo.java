package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** A publisher gives the GO anew for a release that is overdue, or whose embargo group has moved its instant. */
@ApplicationScoped
public class GiveGo {
    private final Packages packages;
    private final Entries entries;
    private final AgreedRelease agreed;
    private final Desk desk;

    GiveGo(Packages packages, Entries entries, AgreedRelease agreed, Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.agreed = agreed;
        this.desk = desk;
    }

    @Transactional
    public Package give(UUID packageId, DatesAnew dates, Actor actor) {
        Package its = desk.take(packageId, "package.go-given", actor);
        desk.mustHold(Office.PUBLISHER, its, actor);
        Instant then = agreed.instantOf(its);
        Release before = its.release();
        its.go(then, desk.now());
        its.inForce(dates.apply(
                before, then, entries.of(packageId), desk.programme(its).zone()));
        packages.flush();
        desk.done(its, "package.go-given", null, desk.read(its, null).saying("GO", null, null, dates));
        return its;
    }
}
