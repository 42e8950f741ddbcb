package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.SystemActor;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.listing.Listings;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** Extends what was listed by an urgent procedure; ends what was not confirmed, or with its list not renewed, in time. */
@ApplicationScoped
public class LapseListing {
    private static final int AT_ONCE = 100;

    private final Programmes programmes;
    private final Proposals proposals;
    private final Listings listings;
    private final Sql sql;
    private final Journal journal;
    private final InstantSource clock;

    LapseListing(
            Programmes programmes,
            Proposals proposals,
            Listings listings,
            Sql sql,
            Journal journal,
            InstantSource clock) {
        this.programmes = programmes;
        this.proposals = proposals;
        this.listings = listings;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    record Due(UUID id, UUID proposalId, UUID caseId) {}

    record Lapsed(UUID listingId, UUID proposalId) {}

    /** Gives the time to listings whose extension is confirmed; it runs before any of them could end. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void extend() {
        record Confirmed(UUID extended, UUID id, String programme, Instant lapsesAt) {}
        List<Confirmed> confirmed = sql.rows(
                """
                select e.listing_id, l.id, l.programme, l.lapses_at
                  from listing_extension e join listing l on l.id = in_place_of(e.listing_id)
                 where e.confirmed_at is not null and e.applied_at is null and l.status = 'ACTIVE' and l.lapses_at is not null
                 order by e.confirmed_at limit ? for update of e skip locked
                """,
                row -> new Confirmed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Sql.instant(row, 4)),
                AT_ONCE);
        for (Confirmed its : confirmed) {
            Programme programme = programmes.require(its.programme());
            Instant until = programme.urgent().extension().after(its.lapsesAt(), programme.zone());
            listings.lasts(its.id(), until);
            sql.update(
                    "update listing_extension set applied_at = ? where listing_id = ?",
                    clock.instant(),
                    its.extended());
        }
    }

    /** What was listed before its list had a term here gets the one that runs. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveTerms() {
        programmes.all().stream()
                .filter(Programme::renewedAsAWhole)
                .forEach(programme -> sql.update(
                        "update listing set expires_at = ? where programme = ? and status = 'ACTIVE' and expires_at is null",
                        programme.endOfTerm(clock.instant()).orElseThrow(),
                        programme.code()));
    }

    @Transactional
    List<Due> due() {
        Instant now = clock.instant();
        return sql.rows(
                """
                select l.id, l.proposal_id, l.case_id from listing l
                 where l.status = 'ACTIVE' and (l.lapses_at <= ? or l.expires_at <= ? and not renewal_adopted(l.id))
                 order by least(l.lapses_at, l.expires_at) limit ?
                """,
                row -> new Due(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                now,
                now,
                AT_ONCE);
    }

    /** Does nothing if another replica was first, or if it was confirmed or renewed meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void lapse(Due due, SystemActor job) {
        Instant now = clock.instant();
        if (!listings.lapsed(due.id(), now) && !listings.expired(due.id(), now)) {
            return;
        }
        Proposal proposal = proposals.require(job, due.proposalId());
        journal.append(new JournalEntry(
                "listing.expired",
                1,
                "listing",
                due.id(),
                proposal.revision(),
                proposal.programme(),
                null,
                proposal.protection(Audience.CASE),
                new Lapsed(due.id(), due.proposalId())));
    }
}
