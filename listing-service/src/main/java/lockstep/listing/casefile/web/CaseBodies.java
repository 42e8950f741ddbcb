package lockstep.listing.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.kit.web.MarkingInput;
import lockstep.listing.casefile.Alignment;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.casefile.CaseQueries;
import lockstep.listing.casefile.Participation;
import lockstep.listing.subject.FieldProblem;
import lockstep.listing.subject.SubjectText;

/** What requests and answers about cases carry. */
final class CaseBodies {
    private CaseBodies() {}

    record NewCase(String title, String summary, MarkingInput marking) {}

    record CaseChange(String title, String summary, MarkingInput marking) {}

    record Invitation(String agency) {}

    record Departure(String agency, String reason) {}

    record Why(String reason) {}

    record CaseView(
            UUID id,
            long version,
            String title,
            String summary,
            String originator,
            Marking marking,
            Instant openedAt,
            List<Participation.Member> participants,
            List<SubjectView> subjects,
            List<CaseQueries.ProposalRow> proposals,
            List<Alignment.Position> alignment,
            Alignment.RollUp rollUp,
            List<Allowed> allowedActions) {}

    /** {@code missing}: what submission would still ask of it. */
    record SubjectView(
            UUID id,
            UUID caseId,
            long version,
            SubjectText text,
            List<IdentifierCheck> checks,
            List<FieldProblem> missing) {}

    /** What the check rule says of the identifier at that pointer: valid, form-only, no-rule, or why it is invalid. */
    record IdentifierCheck(String pointer, String outcome, String detail) {}
}
