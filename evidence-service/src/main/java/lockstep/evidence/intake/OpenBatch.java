package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.kit.journal.Journal;

/** Opens a batch: marked before any of its files is there. */
@ApplicationScoped
public class OpenBatch {
    private final RegisterExhibit register;
    private final EntityManager entities;
    private final Journal journal;
    private final InstantSource clock;

    public OpenBatch(RegisterExhibit register, EntityManager entities, Journal journal, InstantSource clock) {
        this.register = register;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Batch open(UUID caseId, Description said, Actor by) {
        register.mayRegister(caseId, by);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Batch batch = new Batch(Ids.next(now), caseId, said, by, now);
        entities.persist(batch);
        journal.append(BatchEvents.opened(batch));
        return batch;
    }
}
