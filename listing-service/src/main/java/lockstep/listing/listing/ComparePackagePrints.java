package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.listing.listing.PrintRefused.Fault;
import lockstep.listing.listing.PrintRefused.Reason;

/** A publisher enters in one act what was printed for a released package; each entry is compared by itself. */
@ApplicationScoped
public class ComparePackagePrints {
    private final ReleasedPackages packages;
    private final Listings listings;
    private final Prints prints;
    private final PrintActions actions;
    private final Attempt attempt;
    private final PrintDesk desk;

    ComparePackagePrints(
            ReleasedPackages packages,
            Listings listings,
            Prints prints,
            PrintActions actions,
            Attempt attempt,
            PrintDesk desk) {
        this.packages = packages;
        this.listings = listings;
        this.prints = prints;
        this.actions = actions;
        this.attempt = attempt;
        this.desk = desk;
    }

    /** {@code printed}: the row of one listing as pasted from the official print. */
    public record Row(UUID listingId, String printed) {}

    /** Listings that {@code rows} doesn't name stay as they are. */
    @Transactional
    public void compare(UUID packageId, SeenPrint seen, List<Row> rows, Actor actor) {
        ReleasedPackages.Released its = packages.require(packageId);
        attempt.on("package.prints-compared", "package", packageId, its.version(), its.programme(), its.protection());
        PrintRefused.when(actions.publisher(packageId, its.programme(), actor));
        if (!its.released()) {
            throw new PrintRefused(Reason.NOT_RELEASED);
        }
        List<Listing> named = named(packageId, rows);
        if (!named.isEmpty()) {
            prints.take(named.stream().map(Listing::id).toList());
        }
        List<String> at = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            at.add("/entries/" + i + "/printed");
        }
        desk.compare(named, rows.stream().map(Row::printed).toList(), seen, at, actor);
    }

    private List<Listing> named(UUID packageId, List<Row> rows) {
        Map<UUID, Listing> there = listings.list("packageId", packageId).stream()
                .collect(Collectors.toMap(Listing::id, Function.identity()));
        Set<UUID> seen = new HashSet<>();
        List<Listing> named = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Listing its = there.get(rows.get(i).listingId());
            String at = "/entries/" + i + "/listingId";
            if (its == null) {
                faults.add(new Fault(at, "listing-not-in-package", "The package has no such listing."));
            } else if (!seen.add(its.id())) {
                faults.add(new Fault(at, "listing-twice", "This listing stands twice."));
            } else {
                named.add(its);
            }
        }
        if (!faults.isEmpty()) {
            throw new PrintRefused(Reason.PRINT_REFUSED, faults);
        }
        return named;
    }
}
