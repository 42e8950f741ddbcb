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
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.DraftProposal;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused;
import lockstep.listing.proposal.ProposalRefused.Reason;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;
import lockstep.listing.proposal.Revision;

/**
 * Drafts the renewal of one entry of a list, in the case that it comes from: it says what is listed, of the target as the case
 * has it now, so that it keeps the entry unless the target was described anew since. Whoever amends that draft amends the entry, whoever proposes a removal instead drops it.
 */
@ApplicationScoped
public class DraftSheet {
    private final Programmes programmes;
    private final Listings listings;
    private final Proposals proposals;
    private final Subjects subjects;
    private final DraftProposal drafting;
    private final Sql sql;

    DraftSheet(
            Programmes programmes,
            Listings listings,
            Proposals proposals,
            Subjects subjects,
            DraftProposal drafting,
            Sql sql) {
        this.programmes = programmes;
        this.listings = listings;
        this.proposals = proposals;
        this.subjects = subjects;
        this.drafting = drafting;
        this.sql = sql;
    }

    /** The sheet's proposal; an entry that has a sheet, as far as the actor sees it, keeps that one. */
    @Transactional
    public UUID draft(String programme, UUID listingId, Actor actor) {
        boolean open = programmes.require(programme).openTo(actor.agency().code());
        ProposalRefused.unless(open ? null : Reason.PROGRAMME_NOT_OPEN_TO_AGENCY);
        Listing its = listings.findByIdOptional(listingId)
                .filter(found -> found.programme().equals(programme))
                .orElseThrow(() -> new ProposalRefused(Reason.UNKNOWN_PROPOSAL, "No such listing of this programme."));
        boolean ends = its.status() == Listing.Status.ACTIVE && its.expiresAt() != null;
        ProposalRefused.unless(ends ? null : Reason.NOTHING_TO_RENEW);
        oneSheetAtATime(listingId);
        return there(listingId).orElseGet(() -> drafted(its, actor).id());
    }

    private Proposal drafted(Listing its, Actor actor) {
        Proposal listed = proposals.visibleTo(actor, its.proposalId()).orElseThrow(DraftSheet::noPart);
        Revision decided =
                proposals.revision(actor, listed.id(), its.revision()).orElseThrow(DraftSheet::noPart);
        CaseSubject subject = subjects.visibleTo(actor, listed.subjectId()).orElseThrow(DraftSheet::noPart);
        ProposalText text = decided.text().renewing(its.id(), subject.text(), subject.version());
        try {
            return drafting.draft(listed.caseId(), text, listed.marking(), null, actor);
        } catch (CaseRefused unseen) {
            throw noPart();
        } catch (ProposalRefused refused) {
            // That the agency proposes in this programme was asked before: it takes no part in this case.
            throw refused.reason() == Reason.PROGRAMME_NOT_OPEN_TO_AGENCY ? noPart() : refused;
        }
    }

    /** Until the transaction ends: otherwise two who begin the same renewal would draft everything twice. */
    private void oneSheetAtATime(UUID listingId) {
        sql.rows(
                "select pg_advisory_xact_lock(hashtextextended('lockstep.sheet.' || ?, 0))",
                row -> true,
                listingId + "");
    }

    /** A draft about what was amended since can't be submitted any more: it is no sheet of what stands now. */
    private Optional<UUID> there(UUID listingId) {
        return sql.first(
                "select p.id from proposal p where p.listing_id in (select same_place(?)) and p.kind in ('RENEW', 'REMOVE')"
                        + " and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN')"
                        + " and (p.listing_id = ? or p.status not in ('DRAFT', 'RETURNED')) and sees_proposal(p) limit 1",
                row -> row.getObject(1, UUID.class),
                listingId,
                listingId);
    }

    private static ProposalRefused noPart() {
        return new ProposalRefused(
                Reason.NO_PART_IN_THE_CASE, "Your agency takes no part in the case that this entry comes from.");
    }
}
