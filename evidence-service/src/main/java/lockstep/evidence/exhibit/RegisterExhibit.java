package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.journal.Journal;

/** Brings a new exhibit into a case, marked before anything of it exists. */
@ApplicationScoped
public class RegisterExhibit {
    private final Access access;
    private final EntityManager entities;
    private final Journal journal;
    private final InstantSource clock;

    public RegisterExhibit(Access access, EntityManager entities, Journal journal, InstantSource clock) {
        this.access = access;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether somebody may bring exhibits into that case at all; runs in the caller's transaction. */
    public void mayRegister(UUID caseId, Actor by) {
        mayRegister(access.of(by, caseId));
    }

    /** The same for somebody of whom that has been read in this transaction. */
    public static void mayRegister(CaseAccess inCase) {
        if (!inCase.inCase()) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        if (!inCase.participates()) {
            throw new ExhibitRefused(Reason.NOT_PARTICIPATING);
        }
    }

    @Transactional
    public ExhibitVersion register(UUID caseId, Description said, Actor by) {
        return register(access.of(by, caseId), said, by);
    }

    /** The same for somebody of whom that has been read in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ExhibitVersion register(CaseAccess inCase, Description said, Actor by) {
        ExhibitVersion first = first(inCase, said, false, by);
        journal.append(ExhibitEvents.described(first));
        return first;
    }

    /** A record without content; {@code level}: of what it points to. */
    @Transactional
    public ExhibitVersion registerPointer(UUID caseId, Description said, String level, Actor by) {
        ExhibitVersion first = first(access.of(by, caseId), said, true, by);
        journal.append(ExhibitEvents.pointed(first, level));
        return first;
    }

    private ExhibitVersion first(CaseAccess inCase, Description said, boolean pointer, Actor by) {
        mayRegister(inCase);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Exhibit exhibit =
                new Exhibit(Ids.next(now), inCase.caseId(), by.agency().code(), pointer, now);
        ExhibitVersion first = exhibit.describe(said, null, by, Ids.next(now), now);
        entities.persist(exhibit);
        entities.persist(first);
        return first;
    }
}
