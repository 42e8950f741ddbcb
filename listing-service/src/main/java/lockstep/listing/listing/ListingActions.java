package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.casefile.Participation;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** What somebody of these roles could think of doing with a listing, and why not. */
@ApplicationScoped
public class ListingActions {
    private final Programmes programmes;
    private final Participation participation;
    private final PrintActions prints;
    private final Extensions extensions;
    private final Instance<OfferedOnListing> beside;

    ListingActions(
            Programmes programmes,
            Participation participation,
            PrintActions prints,
            Extensions extensions,
            @Any Instance<OfferedOnListing> beside) {
        this.programmes = programmes;
        this.participation = participation;
        this.prints = prints;
        this.extensions = extensions;
        this.beside = beside;
    }

    private enum WhyNot {
        LISTING_HAS_ENDED,
        PROGRAMME_NOT_OPEN_TO_AGENCY,
        CASE_NOT_VISIBLE,
        NOT_PARTICIPATING
    }

    /** {@code origin}: where it comes from as far as the actor sees it. */
    @ReadOnly
    public List<Allowed> of(Listing its, ListingQueries.Origin origin, Actor actor) {
        List<Allowed> all = new ArrayList<>(prints.of(its, actor));
        all.addAll(extensions.allowed(its, actor));
        beside.forEach(feature -> all.addAll(feature.on(its, actor)));
        if (actor.has(Role.ANALYST)) {
            Programme programme = programmes.require(its.programme());
            Set<Kind> kinds = programme.kinds();
            WhyNot no = proposable(its, programme, origin, actor);
            if (kinds.contains(Kind.AMEND)) {
                all.add(Allowed.unless("propose-amendment", no, null));
            }
            if (kinds.contains(Kind.RENEW)) {
                all.add(Allowed.unless("propose-renewal", no, null));
            }
            if (kinds.contains(Kind.REMOVE)) {
                all.add(Allowed.unless("propose-removal", no, null));
            }
        }
        return all;
    }

    /** As a draft in the case that the listing comes from; in a case of its own an agency proposes from there. */
    private WhyNot proposable(Listing its, Programme programme, ListingQueries.Origin origin, Actor actor) {
        String agency = actor.agency().code();
        if (its.status() != Listing.Status.ACTIVE) {
            return WhyNot.LISTING_HAS_ENDED;
        }
        if (!programme.openTo(agency)) {
            return WhyNot.PROGRAMME_NOT_OPEN_TO_AGENCY;
        }
        if (origin.caseId() == null || origin.subjectId() == null) {
            return WhyNot.CASE_NOT_VISIBLE;
        }
        return participation.participates(agency, origin.caseId()) ? null : WhyNot.NOT_PARTICIPATING;
    }
}
