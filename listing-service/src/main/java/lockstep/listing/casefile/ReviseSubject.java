package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.web.Preconditions;
import lockstep.listing.subject.SubjectText;

/** Changes what is written of a subject; proposals that were decided on the old text go back. */
@ApplicationScoped
public class ReviseSubject {
    private final CaseFiles cases;
    private final Participation participation;
    private final Subjects subjects;
    private final Event<SubjectRevised> revised;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    ReviseSubject(
            CaseFiles cases,
            Participation participation,
            Subjects subjects,
            Event<SubjectRevised> revised,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.cases = cases;
        this.participation = participation;
        this.subjects = subjects;
        this.revised = revised;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    record Revised(UUID subjectId, SubjectText text) {}

    /** {@code materialChange}: the person knows that proposals past their legal review will be returned. */
    @Transactional
    public CaseSubject revise(UUID id, long version, SubjectText text, boolean materialChange, Actor actor) {
        CaseSubject subject = subjects.require(actor, id);
        CaseFile found = cases.require(actor, subject.caseId());
        attempt.on("subject.revised", "subject", id, (int) subject.version(), null, found.protection());
        if (!participation.participates(actor.agency().code(), subject.caseId())) {
            throw new CaseRefused(
                    CaseRefused.Reason.NOT_TAKING_PART, "Your agency doesn't take part in the whole case.");
        }
        Preconditions.same(subject.version(), version);
        revised.fire(new SubjectRevised(id, materialChange, actor));
        subject.describe(text, clock.instant());
        subjects.flush();
        journal.append(CaseHistory.entry(
                "subject.revised", "subject", id, (int) subject.version(), found.protection(), new Revised(id, text)));
        return subject;
    }
}
