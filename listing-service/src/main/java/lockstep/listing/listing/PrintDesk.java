package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Canonical;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.listing.PrintRefused.Fault;
import lockstep.listing.listing.PrintRefused.Reason;
import lockstep.listing.programme.AwaitedPrint;
import lockstep.listing.programme.Programmes;

/** What every act on a print begins and ends with: take the listing, check who asks, write it into the history. */
@ApplicationScoped
class PrintDesk {
    private final Listings listings;
    private final Prints prints;
    private final PrintActions actions;
    private final Programmes programmes;
    private final ListingProtection protection;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    PrintDesk(
            Listings listings,
            Prints prints,
            PrintActions actions,
            Programmes programmes,
            ListingProtection protection,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.listings = listings;
        this.prints = prints;
        this.actions = actions;
        this.programmes = programmes;
        this.protection = protection;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** {@code result}: CONFIRMED or DISCREPANCY; the text itself is kept with the listing. */
    record Compared(
            UUID listingId,
            UUID printId,
            String reference,
            Instant seenAt,
            Prints.State result,
            String printedSha256,
            String releasedSha256) {}

    Instant now() {
        return clock.instant();
    }

    /** The listing with its confirmation taken; whatever is refused from here on is in the history under that name. */
    Listing take(UUID id, String event, Actor actor) {
        Listing its = listings.findByIdOptional(id).orElseThrow(() -> new PrintRefused(Reason.UNKNOWN_LISTING));
        attempt.on(event, "listing", id, its.revision(), its.programme(), protection.of(its, actor));
        PrintRefused.when(actions.publisher(its.packageId(), its.programme(), actor));
        prints.take(List.of(id));
        return its;
    }

    /** Compares each print with the row of its listing; {@code at} says which field of the request a print came from. */
    void compare(List<Listing> all, List<String> printed, SeenPrint seen, List<String> at, Actor actor) {
        if (all.isEmpty()) {
            throw new PrintRefused(Reason.NOTHING_TO_CONFIRM);
        }
        Listing any = all.getFirst();
        seen(seen, programmes.require(any.programme()).print(), any.publishedAt());
        Map<UUID, Prints.Standing> standings =
                prints.standings(all.stream().map(Listing::id).toList());
        List<Prints.Print> compared = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Reason no = actions.comparable(standings.get(all.get(i).id()));
            if (no == null) {
                compared.add(print(all.get(i), printed.get(i), seen, actor));
            } else if (all.size() == 1) {
                throw new PrintRefused(no);
            } else {
                faults.add(new Fault(at.get(i), WhyNot.word(no), PrintRefused.words(no)));
            }
        }
        if (!faults.isEmpty()) {
            throw new PrintRefused(Reason.CONFIRMED_ALREADY, faults);
        }
        prints.add(compared, any.packageId());
        Protection its = protection.of(any, actor);
        List<JournalEntry> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(entry(all.get(i), its, compared.get(i)));
        }
        journal.appendAll(rows);
    }

    /** People enter minutes: the minute of the release itself isn't before it. */
    private void seen(SeenPrint seen, AwaitedPrint awaited, Instant released) {
        List<Fault> faults = new ArrayList<>();
        if (!awaited.accepts(seen.reference())) {
            faults.add(new Fault(
                    "/reference",
                    "reference-form",
                    "“" + seen.reference() + "” is none of: " + awaited.reference()
                            + (awaited.example() == null ? "." : ", e.g. " + awaited.example() + ".")));
        }
        if (seen.at().isAfter(clock.instant())) {
            faults.add(new Fault("/seenAt", "seen-in-future", "It was seen before it is entered."));
        }
        if (seen.at().isBefore(released.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add(new Fault(
                    "/seenAt",
                    "seen-before-release",
                    "It was released at " + released + "; what came out before that is an incident, no print of it."));
        }
        if (!faults.isEmpty()) {
            throw new PrintRefused(Reason.PRINT_REFUSED, faults);
        }
    }

    private Prints.Print print(Listing its, String printed, SeenPrint seen, Actor actor) {
        Listing.Output row = its.outputs().getFirst();
        byte[] digest = Canonical.sha256(printed.getBytes(StandardCharsets.UTF_8));
        return new Prints.Print(
                UUID.randomUUID(),
                its.id(),
                seen.reference(),
                seen.at(),
                printed,
                HexFormat.of().formatHex(digest),
                row.sha256(),
                Comparison.of(row, printed).agrees(),
                new Prints.Person(actor.sub(), actor.account(), actor.agency().code()),
                clock.instant());
    }

    private static JournalEntry entry(Listing its, Protection protection, Prints.Print print) {
        Prints.State result = print.agrees() ? Prints.State.CONFIRMED : Prints.State.DISCREPANCY;
        return new JournalEntry(
                print.agrees() ? "listing.confirmed" : "listing.discrepancy-found",
                1,
                "listing",
                its.id(),
                its.revision(),
                its.programme(),
                null,
                protection,
                new Compared(
                        its.id(),
                        print.id(),
                        print.reference(),
                        print.seenAt(),
                        result,
                        print.printedSha256(),
                        print.releasedSha256()));
    }

    void write(Listing its, Actor actor, String event, Object payload) {
        journal.append(new JournalEntry(
                event,
                1,
                "listing",
                its.id(),
                its.revision(),
                its.programme(),
                null,
                protection.of(its, actor),
                payload));
    }
}
