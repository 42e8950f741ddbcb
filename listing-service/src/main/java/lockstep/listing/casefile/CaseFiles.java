package lockstep.listing.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;

/** The cases; read only through {@link #visibleTo}, with row-level security as the wall behind it. */
@ApplicationScoped
public class CaseFiles implements PanacheRepositoryBase<CaseFile, UUID> {

    private static final String VISIBLE = "select c.* from casefile c where c.id = :id and sees_case(c)";

    /** The case, if its marking and the reader's part in it let this actor see it. */
    public Optional<CaseFile> visibleTo(Actor actor, UUID id) {
        List<CaseFile> found = getSession()
                .createNativeQuery(VISIBLE, CaseFile.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    /** The same, or the refusal that doesn't tell whether it exists. */
    public CaseFile require(Actor actor, UUID id) {
        return visibleTo(actor, id)
                .orElseThrow(() -> new CaseRefused(CaseRefused.Reason.UNKNOWN_CASE, "No such case."));
    }
}
