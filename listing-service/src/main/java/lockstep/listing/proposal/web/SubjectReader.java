package lockstep.listing.proposal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.casefile.CaseSubject;
import lockstep.listing.casefile.Subjects;

/** Reads a case's subject in a transaction of its own, before evidence-service is asked. */
@ApplicationScoped
class SubjectReader {
    private final Subjects subjects;

    SubjectReader(Subjects subjects) {
        this.subjects = subjects;
    }

    @ReadOnly
    Optional<CaseSubject> find(Actor actor, UUID id) {
        return subjects.visibleTo(actor, id);
    }
}
