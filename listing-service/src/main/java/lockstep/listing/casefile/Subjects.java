package lockstep.listing.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;

/** The subjects of all cases, as far as the actor may see them. */
@ApplicationScoped
public class Subjects implements PanacheRepositoryBase<CaseSubject, UUID> {

    private static final String VISIBLE = "select s.* from subject s where s.id = :id and sees_subject(s)";

    public Optional<CaseSubject> visibleTo(Actor actor, UUID id) {
        List<CaseSubject> found = getSession()
                .createNativeQuery(VISIBLE, CaseSubject.class)
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }

    public CaseSubject require(Actor actor, UUID id) {
        return visibleTo(actor, id)
                .orElseThrow(() -> new CaseRefused(CaseRefused.Reason.UNKNOWN_SUBJECT, "No such subject."));
    }
}
