package lockstep.listing.correction.web;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import lockstep.kit.problem.FieldError;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.correction.CorrectionRefused;

/** Which status each refusal of a command on a formal correction has; a bound that is overstepped is named by field. */
@Provider
public class CorrectionRefusedMapper extends RefusalMapper<CorrectionRefused> {
    @Override
    protected int status(CorrectionRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_CORRECTION -> 404;
            case NO_OFFICE, NOT_CORRECTING, NOT_MAKING_AGENCY, NO_SEAT, RECUSED -> 403;
            case OUT_OF_BOUNDS -> 422;
            case NOTHING_DECIDED,
                    NOTHING_PRINTED,
                    NOT_IN_THIS_STATUS,
                    FOUR_EYES,
                    CORRECTION_PENDING,
                    PERIOD_OVER,
                    STALE_TEXT -> 409;
        };
    }

    @Override
    protected String reason(CorrectionRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_CORRECTION -> "not-found";
            default -> word(refused.reason());
        };
    }

    @Override
    protected List<FieldError> errors(CorrectionRefused refused) {
        return refused.overstepped().stream()
                .map(its -> new FieldError(
                        its.pointer(), word(its.bound()), its.bound().told()))
                .toList();
    }

    private static String word(Enum<?> reason) {
        return WhyNot.word(reason);
    }
}
