package lockstep.listing.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.decision.Packages;
import lockstep.listing.proposal.Proposals;

/** The notes as far as the actor may read them: what they are about must be visible, and the actor in their audience. */
@ApplicationScoped
public class InternalNotes implements PanacheRepositoryBase<InternalNote, UUID> {
    private static final String LIST = "select n.* from internal_note n where n.%s = :on and (n.at, n.id) < (:at, :id)"
            + " and sees_note(n) order by n.at desc, n.id desc";
    private static final String ONE = "select n.* from internal_note n where n.id = :id and sees_note(n)";
    /** After every note there can be. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Proposals proposals;
    private final Packages packages;

    InternalNotes(Proposals proposals, Packages packages) {
        this.proposals = proposals;
        this.packages = packages;
    }

    Subject subject(boolean ofPackage, UUID id, Actor actor) {
        return ofPackage ? Subject.of(packages.require(actor, id)) : Subject.of(proposals.require(actor, id));
    }

    Subject subject(InternalNote of, Actor actor) {
        return subject(of.packageId() != null, of.packageId() != null ? of.packageId() : of.proposalId(), actor);
    }

    /** The newest first; refused as unknown where what they are about can't be seen. */
    @ReadOnly
    public List<InternalNote> on(boolean ofPackage, UUID id, Cursor after, Limit limit, Actor actor) {
        Subject on = subject(ofPackage, id, actor);
        return getSession()
                .createNativeQuery(LIST.formatted(ofPackage ? "package_id" : "proposal_id"), InternalNote.class)
                .setParameter("on", on.id())
                .setParameter("at", after == null ? END : after.instant(0))
                .setParameter("id", after == null ? id : after.uuid(1))
                .setMaxResults(limit.plusOne())
                .getResultList();
    }

    InternalNote requireForChange(UUID id) {
        InternalNote found = getSession()
                .createNativeQuery(ONE, InternalNote.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(() -> new NoteRefused(NoteRefused.Reason.UNKNOWN_NOTE));
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }
}
