package lockstep.listing.observation;

import static lockstep.listing.casefile.WhyNot.first;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.Listings;
import lockstep.listing.listing.OfferedOnListing;
import lockstep.listing.observation.ObservationsRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** The letters of listed parties, as far as the actor reads them, with who may do what about them. */
@ApplicationScoped
public class ObservationsDesk implements PanacheRepositoryBase<Observations, UUID>, OfferedOnListing {
    /** After every letter there can be. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Listings listings;
    private final Proposals proposals;
    private final Appointments appointments;
    private final Sql sql;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    ObservationsDesk(
            Listings listings,
            Proposals proposals,
            Appointments appointments,
            Sql sql,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.listings = listings;
        this.proposals = proposals;
        this.appointments = appointments;
        this.sql = sql;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Listing listing(UUID id) {
        return listings.findByIdOptional(id).orElseThrow(() -> new ObservationsRefused(Reason.UNKNOWN_LISTING));
    }

    Observations takeForChange(UUID id) {
        Observations found =
                findByIdOptional(id).orElseThrow(() -> new ObservationsRefused(Reason.UNKNOWN_OBSERVATIONS));
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** The newest first; none for those who take no part in the proposal that became the listing. */
    @ReadOnly
    public List<Observations> on(UUID listingId, Cursor after, Limit limit) {
        listing(listingId);
        return getEntityManager()
                .createQuery(
                        "from Observations where listingId = :listing and (registeredAt < :at or registeredAt = :at and id < :id)"
                                + " order by registeredAt desc, id desc",
                        Observations.class)
                .setParameter("listing", listingId)
                .setParameter("at", after == null ? END : after.instant(0))
                .setParameter("id", after == null ? listingId : after.uuid(1))
                .setMaxResults(limit.plusOne())
                .getResultList();
    }

    @ReadOnly
    public Observations require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new ObservationsRefused(Reason.UNKNOWN_OBSERVATIONS));
    }

    /** The entries of a package whose party wrote something that nobody has assessed yet (G13). */
    public List<UUID> openIn(UUID packageId) {
        return sql.rows("select observations_open(?)", row -> row.getObject(1, UUID.class), packageId);
    }

    /** The registry takes in what the party sends. */
    Reason whyNotReceived(Listing on, Actor actor) {
        boolean registry = offices(on.programme(), actor).contains(Office.REGISTRAR)
                && proposals.visibleTo(actor, on.proposalId()).isPresent();
        return first(
                registry ? null : Reason.NO_OFFICE,
                on.status() == Listing.Status.ACTIVE ? null : Reason.LISTING_HAS_ENDED);
    }

    /** The lawyers or the chair of the programme, or an analyst of the agency that proposed the listing. */
    public Reason whyNotAssessed(Observations its, Actor actor) {
        Set<Office> offices = offices(its.programme(), actor);
        Optional<Proposal> of = proposals.visibleTo(actor, its.proposalId());
        boolean proposed = actor.has(Role.ANALYST)
                && of.filter(one -> actor.of(one.agency())).isPresent();
        boolean may = offices.contains(Office.LEGAL) || offices.contains(Office.CHAIR) || proposed;
        return first(may ? null : Reason.NO_OFFICE, its.assessed() ? Reason.ASSESSED_ALREADY : null);
    }

    private Set<Office> offices(String programme, Actor actor) {
        return appointments.officesOf(actor, programme);
    }

    @Override
    @ReadOnly
    public List<Allowed> on(Listing its, Actor actor) {
        return actor.has(Role.REGISTRAR)
                ? List.of(Allowed.unless("receive-observations", whyNotReceived(its, actor), null))
                : List.of();
    }

    @ReadOnly
    public List<Allowed> of(Observations its, Actor actor) {
        boolean thinkable = actor.has(Role.LEGAL) || actor.has(Role.CHAIR) || actor.has(Role.ANALYST);
        return thinkable ? List.of(Allowed.unless("assess", whyNotAssessed(its, actor), null)) : List.of();
    }

    void attempting(String event, UUID listingId, String programme, Protection protection) {
        attempt.on(event, "listing", listingId, 1, programme, protection);
    }

    /** For the electorate of the proposal that became the listing. */
    Protection protection(UUID proposalId, Actor actor) {
        return proposals.require(actor, proposalId).protection(Audience.ELECTORATE);
    }

    void done(Observations its, String event, Protection protection) {
        journal.append(new JournalEntry(
                event, 1, "listing", its.listingId(), 1, its.programme(), null, protection, ObservationsEvent.of(its)));
    }
}
