package lockstep.listing.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Principal;
import lockstep.kit.db.Sql;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** The proposals, as far as the actor may see them, and their revisions. */
@ApplicationScoped
public class Proposals implements PanacheRepositoryBase<Proposal, UUID> {

    private static final String VISIBLE = "select p.* from proposal p where p.id = :id and sees_proposal(p)";
    private static final String OF_PACKAGE =
            "select p.* from proposal p where p.package_id = :id and sees_proposal(p) order by p.id";

    private final Sql sql;

    Proposals(Sql sql) {
        this.sql = sql;
    }

    public Optional<Proposal> visibleTo(Principal actor, UUID id) {
        List<Proposal> found = getSession()
                .createNativeQuery(VISIBLE, Proposal.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    public Proposal require(Principal actor, UUID id) {
        return visibleTo(actor, id)
                .orElseThrow(() -> new ProposalRefused(Reason.UNKNOWN_PROPOSAL, Words.of(Reason.UNKNOWN_PROPOSAL)));
    }

    /**
     * The same, locked until the transaction ends. Its package's row is locked before it, because whatever changes a
     * package locks that first and its proposals then.
     */
    Proposal requireForChange(Principal actor, UUID id) {
        Proposal found = require(actor, id);
        if (found.packageId() != null) {
            sql.first("select 1 from package where id = ? for update", row -> row.getInt(1), found.packageId());
        }
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** For a chair who puts it into a package: locked, so that no other package takes it meanwhile. */
    public Proposal requireForPackage(Principal actor, UUID id) {
        return requireForChange(actor, id);
    }

    /** True if the actor sees the package that it is in, or it is in none. */
    boolean packageVisible(Proposal its) {
        return its.packageId() == null
                || sql.first("select 1 from package where id = ?", row -> row.getInt(1), its.packageId())
                        .isPresent();
    }

    /** The proposals that are in a package now. */
    public List<Proposal> inPackage(Principal actor, UUID packageId) {
        return getSession()
                .createNativeQuery(OF_PACKAGE, Proposal.class)
                .setParameter("id", packageId)
                .getResultList();
    }

    /** A revision that the actor may read: not yet submitted ones only from within the whole case. */
    public Optional<Revision> revision(Principal actor, UUID proposalId, int n) {
        List<Revision> found = getSession()
                .createNativeQuery(
                        "select r.* from revision r where r.proposal_id = :id and r.n = :n and sees_revision(r)",
                        Revision.class)
                .setParameter("id", proposalId)
                .setParameter("n", n)
                .getResultList();
        return found.stream().findFirst();
    }

    Revision current(Proposal proposal, Principal actor) {
        return revision(actor, proposal.id(), proposal.revision())
                .orElseThrow(() -> new ProposalRefused(Reason.UNKNOWN_PROPOSAL, Words.of(Reason.UNKNOWN_PROPOSAL)));
    }

    /** All revisions that the actor may read, the newest first. */
    public List<Revision> revisions(Principal actor, UUID proposalId) {
        return getSession()
                .createNativeQuery(
                        "select r.* from revision r where r.proposal_id = :id and sees_revision(r) order by r.n desc",
                        Revision.class)
                .setParameter("id", proposalId)
                .getResultList();
    }
}
