package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.kit.journal.Journal;
import lockstep.kit.web.Preconditions;

/** Changes a case's title, summary or marking; its subjects take the marking over. */
@ApplicationScoped
public class DescribeCase {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Journal journal;

    DescribeCase(CaseFiles cases, Subjects subjects, Journal journal) {
        this.cases = cases;
        this.subjects = subjects;
        this.journal = journal;
    }

    record Described(String title, String summary, Marking marking) {}

    /** Null leaves a field as it is; {@code version} is the one its reader saw. */
    @Transactional
    public CaseFile describe(UUID id, long version, String title, String summary, Marking marking, Actor actor) {
        CaseFile found = cases.require(actor, id);
        Preconditions.same(found.version(), version);
        found.describe(title, summary, marking, actor);
        if (marking != null) {
            subjects.<CaseSubject>find("caseId", id).stream().forEach(subject -> subject.mark(marking));
        }
        cases.flush();
        journal.append(CaseHistory.entry(
                "case.described", "case", id, 1, found.protection(), new Described(title, summary, marking)));
        return found;
    }
}
