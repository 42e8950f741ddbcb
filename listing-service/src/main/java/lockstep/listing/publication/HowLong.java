package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.listing.listing.Listings;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalText;

/** Until when a listing lasts by itself: of the urgent procedure until it is confirmed, of a list with terms until renewed. */
@ApplicationScoped
class HowLong {
    private final Listings listings;

    HowLong(Listings listings) {
        this.listings = listings;
    }

    /** What takes the place of an urgent listing lapses with it; null: never. */
    Instant lapses(Instant out, ProposalText text, UUID amends, Programme programme) {
        if (amends != null) {
            return listings.findById(amends).lapsesAt();
        }
        return programme.urgent(text.terms()) ? programme.urgent().lasts().after(out, programme.zone()) : null;
    }

    /**
     * Null: its list has no term. What comes onto a list that was renewed ahead of time has the term that the others have;
     * what takes a listing's place ends when that would have ended.
     */
    Instant expires(Instant out, Kind kind, UUID amends, Programme programme) {
        if (kind == Kind.RENEW) {
            return next(out, amends, programme);
        }
        if (amends != null) {
            return listings.findById(amends).expiresAt();
        }
        return programme
                .endOfTerm(out)
                .map(end -> Stream.concat(Stream.of(end), listings.lastTerm(programme.code()).stream())
                        .max(Instant::compareTo)
                        .orElseThrow())
                .orElse(null);
    }

    /** The term after the one that a listing has; of two renewals ahead of time the second gives nothing more. */
    Instant next(Instant out, UUID renewed, Programme programme) {
        Instant until =
                Optional.ofNullable(listings.findById(renewed).expiresAt()).orElse(out);
        Optional<Instant> last = programme.endOfTerm(out).flatMap(programme::endOfTerm);
        return Stream.concat(programme.endOfTerm(until).stream(), last.stream())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
