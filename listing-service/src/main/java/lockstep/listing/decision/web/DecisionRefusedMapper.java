package lockstep.listing.decision.web;

import jakarta.ws.rs.ext.Provider;
import java.util.List;
import lockstep.kit.problem.FieldError;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.decision.DecisionRefused;

/** Which status each refusal of a command on a package, round or record has. */
@Provider
public class DecisionRefusedMapper extends RefusalMapper<DecisionRefused> {
    @Override
    protected int status(DecisionRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_PACKAGE, UNKNOWN_ROUND, UNKNOWN_RECORD -> 404;
            case NO_OFFICE, NO_SEAT, RECUSED, NOT_OUTVOTED, HOLD_OF_ANOTHER -> 403;
            case UNKNOWN_PROGRAMME,
                    UNKNOWN_SEAT,
                    UNKNOWN_ENTRY,
                    UNKNOWN_EXHIBIT,
                    EMPTY_PACKAGE,
                    DEADLINE,
                    BEFORE_RESERVE,
                    REASON_NEEDED,
                    RESERVE_DATE,
                    INSTRUMENT,
                    NOTHING_ADOPTED,
                    DATE_IN_FUTURE,
                    RELEASE_IN_THE_PAST,
                    ENTRY_INCOMPLETE,
                    NUMBER_TWICE -> 422;
            case NOT_IN_THIS_STATUS,
                    NOT_READY,
                    OTHER_PROGRAMME,
                    OTHER_STAGE,
                    KINDS_DONT_GO_TOGETHER,
                    LISTING_TWICE,
                    IN_ANOTHER_PACKAGE,
                    ROUND_IS_LIVE,
                    ROUND_CLOSED,
                    STAGE_IS_RECORDED,
                    STAGE_IS_VOTED,
                    SEAT_WITHOUT_HOLDER,
                    CONSULTATION_MISSING,
                    OBSERVATIONS_NOT_ASSESSED,
                    EXHIBIT_NOT_OPEN,
                    STALE_PACKAGE,
                    STAGE_PASSED_TOO_LONG_AGO,
                    FOUR_EYES,
                    NO_RESERVE_HERE,
                    RESERVE_NOT_RENEWED,
                    HOLDER_HAS_VOTED,
                    NOTHING_TO_LIFT,
                    NOTHING_TO_CARVE_OUT,
                    MEDIATION_NOTE_MISSING,
                    RECORD_IS_OPEN,
                    NOT_AWAITING_CONFIRMATION,
                    NOTHING_TO_ESCALATE,
                    WINDOW_IS_OPEN,
                    LANGUAGE_VERSION_MISSING,
                    EXHIBIT_NOT_RELEASED,
                    OTHER_INSTANT_AGREED,
                    ON_HOLD,
                    NOT_ON_HOLD -> 409;
            case EVIDENCE_UNREACHABLE -> 503;
        };
    }

    @Override
    protected String reason(DecisionRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_PACKAGE, UNKNOWN_ROUND, UNKNOWN_RECORD -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }

    @Override
    protected List<FieldError> errors(DecisionRefused refused) {
        return refused.missing().stream()
                .map(its -> new FieldError(its.pointer(), its.reason(), its.detail()))
                .toList();
    }
}
