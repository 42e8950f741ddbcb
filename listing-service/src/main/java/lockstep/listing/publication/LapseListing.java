package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.SystemActor;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** Ends what was listed by an urgent procedure and not confirmed in time. */
@ApplicationScoped
public class LapseListing {
    private static final int AT_ONCE = 100;

    private final Proposals proposals;
    private final Sql sql;
    private final Journal journal;
    private final InstantSource clock;

    LapseListing(Proposals proposals, Sql sql, Journal journal, InstantSource clock) {
        this.proposals = proposals;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    record Due(UUID id, UUID proposalId, UUID caseId) {}

    record Lapsed(UUID listingId, UUID proposalId) {}

    @Transactional
    List<Due> due() {
        return sql.rows(
                "select id, proposal_id, case_id from listing where status = 'ACTIVE' and lapses_at <= ?"
                        + " order by lapses_at limit ?",
                row -> new Due(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                clock.instant(),
                AT_ONCE);
    }

    /** Does nothing if another replica was first, or if it was confirmed meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void lapse(Due due, SystemActor job) {
        int ended = sql.update(
                "update listing set status = 'EXPIRED', ended_at = lapses_at"
                        + " where id = ? and status = 'ACTIVE' and lapses_at <= ?",
                due.id(),
                clock.instant());
        if (ended == 0) {
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
