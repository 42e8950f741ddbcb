package lockstep.listing.listing.web;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import lockstep.kit.problem.FieldError;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.listing.PrintRefused;

/** Which status each refusal of an act on a print has. */
@Provider
public class PrintRefusedMapper extends RefusalMapper<PrintRefused> {
    @Override
    protected int status(PrintRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING, UNKNOWN_PACKAGE, UNKNOWN_ACCEPTANCE -> 404;
            case NO_OFFICE, RECUSED -> 403;
            case PRINT_REFUSED -> 422;
            case NOT_RELEASED,
                    NOTHING_TO_CONFIRM,
                    CONFIRMED_ALREADY,
                    SETTLED_ALREADY,
                    NO_DISCREPANCY,
                    PRINT_IS_STALE,
                    ACCEPTANCE_IS_OPEN,
                    NO_ACCEPTANCE,
                    FOUR_EYES -> 409;
        };
    }

    @Override
    protected String reason(PrintRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING, UNKNOWN_PACKAGE, UNKNOWN_ACCEPTANCE -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }

    @Override
    protected List<FieldError> errors(PrintRefused refused) {
        return refused.faults().stream()
                .map(its -> new FieldError(its.pointer(), its.reason(), its.detail()))
                .toList();
    }
}
