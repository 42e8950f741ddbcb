package lockstep.listing.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.casefile.CaseRefused;
import lockstep.listing.casefile.CaseSubject;
import lockstep.listing.casefile.Subjects;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.Listings;
import lockstep.listing.proposal.DraftProposal;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused;
import lockstep.listing.proposal.ProposalRefused.Reason;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;
import lockstep.listing.proposal.Revision;

/**
 * Drafts the renewal of one entry of a list, in the case that it comes from: it says what is listed, of the target as the case
 * has it now. Whoever amends that draft amends the entry, whoever proposes a removal instead drops it.
 */
@ApplicationScoped
public class DraftSheet {
    private final Listings listings;
    private final Proposals proposals;
    private final Subjects subjects;
    private final DraftProposal drafting;
    private final Sql sql;

    DraftSheet(Listings listings, Proposals proposals, Subjects subjects, DraftProposal drafting, Sql sql) {
        this.listings = listings;
        this.proposals = proposals;
        this.subjects = subjects;
        this.drafting = drafting;
        this.sql = sql;
    }

    /** The sheet's proposal; an entry that has a sheet, as far as the actor sees it, keeps that one. */
    @Transactional
    public UUID draft(String programme, UUID listingId, Actor actor) {
        Listing its = listings.findByIdOptional(listingId)
                .filter(found -> found.programme().equals(programme))
                .orElseThrow(DraftSheet::unknown);
        if (its.status() != Listing.Status.ACTIVE || its.expiresAt() == null) {
            throw new ProposalRefused(
                    Reason.INCOMPLETE, "Nothing of this list is in force there that could be renewed.");
        }
        oneSheetAtATime(listingId);
        return there(listingId).orElseGet(() -> drafted(its, actor).id());
    }

    private Proposal drafted(Listing its, Actor actor) {
        Proposal listed = proposals.require(actor, its.proposalId());
        Revision decided =
                proposals.revision(actor, listed.id(), its.revision()).orElseThrow(DraftSheet::unknown);
        CaseSubject subject = subjects.visibleTo(actor, listed.subjectId()).orElseThrow(DraftSheet::unknown);
        ProposalText text = decided.text().renewing(its.id(), subject.text(), subject.version());
        try {
            return drafting.draft(listed.caseId(), text, listed.marking(), null, actor);
        } catch (CaseRefused unseen) {
            throw unknown();
        }
    }

    /** Until the transaction ends: otherwise two who begin the same renewal would draft everything twice. */
    private void oneSheetAtATime(UUID listingId) {
        sql.rows(
                "select pg_advisory_xact_lock(hashtextextended('lockstep.sheet.' || ?, 0))",
                row -> true,
                listingId + "");
    }

    private Optional<UUID> there(UUID listingId) {
        return sql.first(
                "select p.id from proposal p where p.listing_id in (select same_place(?)) and p.kind in ('RENEW', 'REMOVE')"
                        + " and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') and sees_proposal(p) limit 1",
                row -> row.getObject(1, UUID.class),
                listingId);
    }

    private static ProposalRefused unknown() {
        return new ProposalRefused(Reason.UNKNOWN_PROPOSAL, "You don't see the case that this entry comes from.");
    }
}
