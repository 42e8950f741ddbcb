package lockstep.listing.casefile.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.CaseRefused;
import lockstep.listing.casefile.WhyNot;

/** Which status each refusal of a case command has. */
@Provider
public class CaseRefusedMapper extends RefusalMapper<CaseRefused> {
    @Override
    protected int status(CaseRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_CASE, UNKNOWN_SUBJECT -> 404;
            case NOT_THE_CREATOR, NOT_TAKING_PART -> 403;
            case UNKNOWN_AGENCY -> 422;
            case ALREADY_TAKES_PART,
                    CREATOR_STAYS,
                    ALREADY_RECUSED,
                    SUBJECT_UNDER_REVIEW,
                    MATERIAL_CHANGE_UNCONFIRMED -> 409;
        };
    }

    @Override
    protected String reason(CaseRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_CASE, UNKNOWN_SUBJECT -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
