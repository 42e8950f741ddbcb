package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** The lawyer finds that more than form would change, or that it is not needed: the text stays as it was. */
@ApplicationScoped
public class RefuseCorrection {
    private final CorrectionDesk desk;

    RefuseCorrection(CorrectionDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public Correction refuse(UUID id, String reason, Actor actor) {
        Correction its = desk.take(id, "correction.refused", actor);
        its.refuse(desk.capacity(actor, its), reason);
        desk.done(its, "correction.refused", null, reason, actor);
        return its;
    }
}
