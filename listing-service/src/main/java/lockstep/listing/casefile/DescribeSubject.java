package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Journal;
import lockstep.listing.subject.SubjectText;

/** Adds a subject to a case, as an agency that takes part in the whole of it describes it. */
@ApplicationScoped
public class DescribeSubject {
    private final CaseFiles cases;
    private final Participation participation;
    private final Subjects subjects;
    private final Journal journal;
    private final InstantSource clock;

    DescribeSubject(
            CaseFiles cases, Participation participation, Subjects subjects, Journal journal, InstantSource clock) {
        this.cases = cases;
        this.participation = participation;
        this.subjects = subjects;
        this.journal = journal;
        this.clock = clock;
    }

    record Described(UUID subjectId, SubjectText text) {}

    @Transactional
    public CaseSubject describe(UUID caseId, SubjectText text, Actor actor) {
        CaseFile found = cases.require(actor, caseId);
        if (!participation.participates(actor.agency().code(), caseId)) {
            throw new CaseRefused(
                    CaseRefused.Reason.NOT_TAKING_PART, "Your agency doesn't take part in the whole case.");
        }
        CaseSubject subject = new CaseSubject(UUID.randomUUID(), found, text, clock.instant());
        subjects.persistAndFlush(subject);
        journal.append(CaseHistory.entry(
                "subject.described",
                "subject",
                subject.id(),
                1,
                found.protection(),
                new Described(subject.id(), text)));
        return subject;
    }
}
