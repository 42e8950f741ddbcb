package lockstep.listing.listing.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.listing.Acceptances;
import lockstep.listing.listing.Comparison;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.Listings;
import lockstep.listing.listing.PrintActions;
import lockstep.listing.listing.Prints;
import lockstep.listing.listing.ReleasedPackages;
import lockstep.listing.programme.Programmes;

/** Where listings stand with what their authority printed; who acted is named to those who take part in the package. */
@ApplicationScoped
class PrintViews {
    private final Listings listings;
    private final Prints prints;
    private final Acceptances acceptances;
    private final PrintActions actions;
    private final ReleasedPackages packages;
    private final Programmes programmes;
    private final Acting acting;

    PrintViews(
            Listings listings,
            Prints prints,
            Acceptances acceptances,
            PrintActions actions,
            ReleasedPackages packages,
            Programmes programmes,
            Acting acting) {
        this.listings = listings;
        this.prints = prints;
        this.acceptances = acceptances;
        this.actions = actions;
        this.packages = packages;
        this.programmes = programmes;
        this.acting = acting;
    }

    /** {@code by} null for those outside the package; digests are SHA-256 in lower-case hex. */
    record PrintView(
            UUID id,
            String reference,
            Instant seenAt,
            String printed,
            String printedSha256,
            String releasedSha256,
            boolean agrees,
            Prints.Person by,
            Instant comparedAt) {}

    record AcceptanceView(
            UUID id,
            UUID printId,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String confirmedBy,
            Instant confirmedAt,
            String refusedBy,
            Instant refusedAt,
            String refusal) {}

    /**
     * {@code dueAt}: when its publisher is late. Reference, seenAt and by are of the last print; {@code difference} is what
     * that print and the released row have in common and alone. The newest prints and acceptances come first.
     */
    record ConfirmationView(
            String state,
            Instant since,
            Instant dueAt,
            String reference,
            Instant seenAt,
            Prints.Person by,
            UUID printId,
            List<Comparison.Run> difference,
            List<PrintView> prints,
            List<AcceptanceView> acceptances) {}

    /**
     * One listing of a package; {@code released} is the row that the print is held against, {@code accepting} says that an
     * acceptance of the difference awaits another person.
     */
    record EntryView(
            UUID listingId,
            String number,
            String name,
            String nativeName,
            String nativeLanguage,
            String status,
            String state,
            String released,
            String reference,
            List<Comparison.Run> difference,
            boolean accepting) {}

    record PackagePrints(
            UUID packageId, String programme, Instant dueAt, List<EntryView> entries, List<Allowed> allowedActions) {}

    @ReadOnly
    ConfirmationView of(Listing its) {
        Prints.Standing standing = prints.standing(its.id());
        boolean named = prints.participates(its.packageId());
        List<Prints.Print> all = prints.of(List.of(its.id()));
        Prints.Print last = all.stream()
                .filter(print -> print.id().equals(standing.printId()))
                .findFirst()
                .orElse(null);
        return new ConfirmationView(
                standing.state().name(),
                standing.since(),
                due(its),
                last == null ? null : last.reference(),
                last == null ? null : last.seenAt(),
                last == null || !named ? null : last.by(),
                standing.printId(),
                difference(its, last),
                all.stream().map(print -> view(print, named)).toList(),
                acceptances.of(its.id()).stream().map(PrintViews::view).toList());
    }

    @ReadOnly
    PackagePrints ofPackage(UUID packageId) {
        Actor actor = acting.actor();
        ReleasedPackages.Released its = packages.require(packageId);
        List<Listing> all = listings.list("packageId = ?1 order by length(number), number, id", packageId);
        List<EntryView> entries = all.isEmpty() ? List.of() : entries(all);
        return new PackagePrints(
                packageId,
                its.programme(),
                all.isEmpty() ? null : due(all.getFirst()),
                entries,
                its.released() ? actions.ofReleased(packageId, its.programme(), actor) : List.of());
    }

    private List<EntryView> entries(List<Listing> all) {
        Collection<UUID> ids = all.stream().map(Listing::id).toList();
        Map<UUID, Prints.Standing> standings = prints.standings(ids);
        Map<UUID, Prints.Print> last =
                prints.last(ids).stream().collect(Collectors.toMap(Prints.Print::listingId, Function.identity()));
        Set<UUID> accepting = acceptances.accepting(ids);
        return all.stream()
                .map(its -> entry(its, standings.get(its.id()), last.get(its.id()), accepting.contains(its.id())))
                .toList();
    }

    private static EntryView entry(Listing its, Prints.Standing standing, Prints.Print last, boolean accepting) {
        return new EntryView(
                its.id(),
                its.number(),
                its.name(),
                its.nativeName(),
                its.nativeLanguage(),
                its.status().name(),
                standing.state().name(),
                its.outputs().getFirst().text(),
                last == null ? null : last.reference(),
                difference(its, last),
                accepting);
    }

    private static List<Comparison.Run> difference(Listing its, Prints.Print last) {
        boolean differs = last != null && !last.agrees();
        return differs ? Comparison.of(its.outputs().getFirst(), last.printed()).difference() : List.of();
    }

    private Instant due(Listing its) {
        var programme = programmes.require(its.programme());
        return programme.print().confirmWithin().after(its.publishedAt(), programme.zone());
    }

    private static PrintView view(Prints.Print its, boolean named) {
        return new PrintView(
                its.id(),
                its.reference(),
                its.seenAt(),
                its.printed(),
                its.printedSha256(),
                its.releasedSha256(),
                its.agrees(),
                named ? its.by() : null,
                its.comparedAt());
    }

    private static AcceptanceView view(Acceptances.Acceptance its) {
        return new AcceptanceView(
                its.id(),
                its.printId(),
                its.reason(),
                its.proposedAccount(),
                its.proposedAt(),
                its.confirmedAccount(),
                its.confirmedAt(),
                its.refusedAccount(),
                its.refusedAt(),
                its.refusal());
    }
}
