package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;

/** All batches; whoever reads gets those of the own agency that the marking shows. */
@ApplicationScoped
public class Batches {
    private final EntityManager entities;
    private final Access access;

    public Batches(EntityManager entities, Access access) {
        this.entities = entities;
        this.access = access;
    }

    public Optional<Batch> visibleTo(Actor actor, UUID id) {
        return seenBy(actor, id).map(Seen::batch);
    }

    /** A batch, and how its reader stands to its case. */
    record Seen(Batch batch, CaseAccess inCase) {}

    Optional<Seen> seenBy(Actor actor, UUID id) {
        return Optional.ofNullable(entities.find(Batch.class, id))
                .map(batch -> new Seen(batch, access.of(actor, batch.caseId())))
                .filter(seen -> mayRead(seen.inCase(), seen.batch()));
    }

    static boolean mayRead(CaseAccess inCase, Batch batch) {
        VersionRef nothingCited = new VersionRef(batch.id(), 0);
        return inCase.verdict(nothingCited, batch.owner(), batch.marking(), Audience.AGENCY, batch.owner())
                .visible();
    }
}
