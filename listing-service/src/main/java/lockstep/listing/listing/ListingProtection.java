package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import lockstep.auth.Actor;
import lockstep.auth.Levels;
import lockstep.kit.journal.Protection;

/** The listing is public; what officials do with it is for those who take part in its package, and for their agency. */
@ApplicationScoped
class ListingProtection {
    private final ReleasedPackages packages;
    private final Levels levels;

    ListingProtection(ReleasedPackages packages, Levels levels) {
        this.packages = packages;
        this.levels = levels;
    }

    Protection of(Listing its, Actor actor) {
        return packages.visible(its.packageId())
                .map(ReleasedPackages.Released::protection)
                .orElseGet(() -> Protection.withinAgency(
                        actor.agency().code(), levels.usualIn(actor.agency().country())));
    }
}
