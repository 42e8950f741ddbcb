package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Programme;

/**
 * What was listed by the urgent procedure is confirmed by a proposal of its own: opened by the system at the release, on
 * the text that was decided, and put before the lawyers at once (UK: section 11 of the 2018 Act).
 */
@ApplicationScoped
public class OpenConfirmation {
    private final Proposals proposals;
    private final Parties parties;
    private final Deeds deeds;
    private final Sql sql;

    OpenConfirmation(Proposals proposals, Parties parties, Deeds deeds, Sql sql) {
        this.proposals = proposals;
        this.parties = parties;
        this.deeds = deeds;
        this.sql = sql;
    }

    /** {@code listed}: the urgent proposal; its author and submitter count as those of the confirmation (G4). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Proposal listed, Revision decided, UUID listingId, Programme programme, Instant at) {
        ProposalText text = decided.text().confirming(listingId);
        Proposal opened = Proposal.confirming(UUID.randomUUID(), listed, text, programme, at);
        proposals.persist(opened);
        proposals.getEntityManager().persist(new Revision(opened, text, decided));
        proposals.flush();
        sql.update("""
                insert into revision_act (id, proposal_id, revision, case_id, act, sub, account, agency, office, at, note)
                select gen_random_uuid(), ?, 1, case_id, act, sub, account, agency, office, at, note from revision_act
                 where proposal_id = ? and revision = ? and act in ('AUTHOR', 'SUBMIT')
                """, opened.id(), listed.id(), decided.n());
        parties.admitReview(opened, text, programme, at);
        deeds.followed(opened, "opened-to-confirm");
    }
}
