package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.listing.ListingRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/**
 * An urgent listing's time is extended once: recorded as decided elsewhere by one person of the secretariat, confirmed by
 * another (UK: section 11 of the 2018 Act), and then applied by the job that alone writes listings.
 */
@ApplicationScoped
public class Extensions {
    /** A listing and those in whose place it stands: its time is theirs. */
    private static final String SAME_TIME = """
            (with recursive place as (
                select id, amends from listing where id = ?
                union all
                select l.id, l.amends from listing l join place on l.id = place.amends)
             select id from place)
            """;

    private final Listings listings;
    private final Programmes programmes;
    private final Appointments appointments;
    private final ListingProtection protection;
    private final Sql sql;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    Extensions(
            Listings listings,
            Programmes programmes,
            Appointments appointments,
            ListingProtection protection,
            Sql sql,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.listings = listings;
        this.programmes = programmes;
        this.appointments = appointments;
        this.protection = protection;
        this.sql = sql;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** {@code confirmedAt} null: another person must still confirm it. */
    public record Extension(
            String number, LocalDate decidedOn, String recordedBy, Instant confirmedAt, Instant appliedAt) {}

    record Decided(UUID listingId, String number, LocalDate decidedOn) {}

    public Optional<Extension> of(UUID listingId) {
        return sql.first(
                "select number, decided_on, recorded_by, confirmed_at, applied_at from listing_extension where listing_id in "
                        + SAME_TIME,
                row -> new Extension(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        Sql.instant(row, 4),
                        Sql.instant(row, 5)),
                listingId);
    }

    @Transactional
    public void record(UUID listingId, String number, LocalDate decidedOn, Actor actor) {
        Listing its = take(listingId, "listing.extension-recorded", actor);
        refuseIf(mayRecord(its, actor));
        Programme programme = programmes.require(its.programme());
        if (decidedOn.isAfter(LocalDate.ofInstant(clock.instant(), programme.zone()))) {
            throw new ListingRefused(Reason.DATE_IN_FUTURE);
        }
        if (decidedOn.isBefore(its.listedDate())) {
            throw new ListingRefused(Reason.BEFORE_THE_LISTING);
        }
        int made = sql.update(
                "insert into listing_extension (listing_id, number, decided_on, recorded_by, recorded_account, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                listingId,
                number,
                decidedOn,
                actor.sub(),
                actor.account(),
                clock.instant());
        if (made == 0) {
            throw new ListingRefused(Reason.EXTENDED_ALREADY);
        }
        write(its, actor, "listing.extension-recorded", new Decided(listingId, number, decidedOn));
    }

    @Transactional
    public void confirm(UUID listingId, Actor actor) {
        Listing its = take(listingId, "listing.extended", actor);
        refuseIf(mayConfirm(its, actor));
        int confirmed = sql.update(
                "update listing_extension set confirmed_by = ?, confirmed_account = ?, confirmed_at = ?"
                        + " where listing_id in " + SAME_TIME + " and confirmed_at is null",
                actor.sub(),
                actor.account(),
                clock.instant(),
                listingId);
        if (confirmed == 0) {
            throw new ListingRefused(Reason.NO_EXTENSION_TO_CONFIRM);
        }
        Extension decided = of(listingId).orElseThrow();
        write(its, actor, "listing.extended", new Decided(listingId, decided.number(), decided.decidedOn()));
    }

    /** What a person of the secretariat could do with this listing, and why not. */
    public List<Allowed> allowed(Listing its, Actor actor) {
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.SECRETARIAT) && its.lapsesAt() != null && its.status() == Listing.Status.ACTIVE) {
            boolean recorded = of(its.id()).isPresent();
            Reason no = recorded ? mayConfirm(its, actor) : mayRecord(its, actor);
            all.add(Allowed.unless(
                    recorded ? "confirm-extension" : "extend", no, no == null ? null : ListingRefused.words(no)));
        }
        return all;
    }

    private Reason mayRecord(Listing its, Actor actor) {
        if (!secretary(its, actor)) {
            return Reason.NO_OFFICE;
        }
        Programme programme = programmes.require(its.programme());
        boolean extendable = programme.urgent() != null && programme.urgent().extension() != null;
        if (!extendable || !lapsing(its)) {
            return Reason.NOTHING_TO_EXTEND;
        }
        return of(its.id()).isPresent() ? Reason.EXTENDED_ALREADY : null;
    }

    private boolean lapsing(Listing its) {
        return its.status() == Listing.Status.ACTIVE
                && its.lapsesAt() != null
                && its.lapsesAt().isAfter(clock.instant());
    }

    /** In time: what has ended, or ends no more by itself, is given no time. */
    private Reason mayConfirm(Listing its, Actor actor) {
        if (!secretary(its, actor)) {
            return Reason.NO_OFFICE;
        }
        if (!lapsing(its)) {
            return Reason.NOTHING_TO_EXTEND;
        }
        Optional<Extension> waiting = of(its.id()).filter(extension -> extension.confirmedAt() == null);
        if (waiting.isEmpty()) {
            return Reason.NO_EXTENSION_TO_CONFIRM;
        }
        return waiting.get().recordedBy().equals(actor.sub()) ? Reason.FOUR_EYES : null;
    }

    private boolean secretary(Listing its, Actor actor) {
        return appointments.officesOf(actor, its.programme()).contains(Office.SECRETARIAT);
    }

    private Listing take(UUID id, String event, Actor actor) {
        Listing its = listings.findByIdOptional(id).orElseThrow(() -> new ListingRefused(Reason.UNKNOWN_LISTING));
        attempt.on(event, "listing", id, its.revision(), its.programme(), protection.of(its, actor));
        return its;
    }

    private static void refuseIf(Reason whyNot) {
        if (whyNot != null) {
            throw new ListingRefused(whyNot);
        }
    }

    private void write(Listing its, Actor actor, String event, Object payload) {
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
