package lockstep.listing.proposal.web;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import lockstep.kit.problem.FieldError;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.proposal.ProposalRefused;

/** Which status each refusal of a command on a proposal has, and what is missing one by one. */
@Provider
public class ProposalRefusedMapper extends RefusalMapper<ProposalRefused> {
    @Override
    protected int status(ProposalRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_PROPOSAL, UNKNOWN_SUBJECT -> 404;
            case UNKNOWN_PROGRAMME,
                    UNKNOWN_CODE,
                    NO_CONSULTATION_ASKED,
                    OPINION_INCOMPLETE,
                    IN_THE_PAST,
                    NOT_YET,
                    LANGUAGE_NOT_ASKED,
                    PARAGRAPHS_DIFFER,
                    LISTING_OF_ANOTHER_SUBJECT,
                    ANOTHER_MATTER -> 422;
            case NOT_PROPOSING_AGENCY,
                    NO_OFFICE,
                    PROGRAMME_NOT_OPEN_TO_AGENCY,
                    ENDORSEMENT_NOT_OF_THIS_AGENCY,
                    NOT_THE_OWNER,
                    NO_PART_IN_THE_CASE,
                    RECUSED -> 403;
            case NOT_IN_THIS_STATUS,
                    STALE_REVISION,
                    SUBJECT_CHANGED,
                    INCOMPLETE,
                    EVIDENCE_TOO_THIN,
                    NOT_OPEN_TO_REVIEW,
                    NEW_REVISION_OR_REPLY_NEEDED,
                    DUPLICATES_NOT_JUDGED,
                    DUPLICATE_OF_OPEN_PROPOSAL,
                    FOUR_EYES,
                    ALREADY_ENDORSED,
                    ALREADY_LAW,
                    TAKEN_UP_ALREADY,
                    SUBJECT_UNDER_REVIEW,
                    MATERIAL_CHANGE_UNCONFIRMED,
                    NOTHING_TO_WIDEN,
                    NO_OTHER_LANGUAGE,
                    NOTHING_TO_RENEW,
                    NOTHING_TO_CONFIRM,
                    CONFIRMED_BY_ANOTHER -> 409;
        };
    }

    @Override
    protected String reason(ProposalRefused refused) {
        return word(refused);
    }

    static String word(ProposalRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_PROPOSAL, UNKNOWN_SUBJECT -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }

    @Override
    protected List<FieldError> errors(ProposalRefused refused) {
        return refused.missing().stream()
                .map(its -> new FieldError(its.pointer(), its.reason(), its.detail()))
                .toList();
    }
}
