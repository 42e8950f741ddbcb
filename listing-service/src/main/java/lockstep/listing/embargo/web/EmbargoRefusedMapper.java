package lockstep.listing.embargo.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.embargo.EmbargoRefused;

/** Which status each refusal of an act on an embargo group has. */
@Provider
public class EmbargoRefusedMapper extends RefusalMapper<EmbargoRefused> {
    @Override
    protected int status(EmbargoRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_GROUP, UNKNOWN_MEMBER -> 404;
            case NO_OFFICE -> 403;
            case UNKNOWN_PROGRAMME, RELEASE_IN_THE_PAST, NOT_IN_FUTURE -> 422;
            case INSTANT_IS_THAT,
                    INVITED_ALREADY,
                    IN_A_GROUP,
                    NOT_INVITED,
                    PACKAGE_IS_OVER,
                    RELEASED_ALREADY,
                    SCHEDULED_STILL -> 409;
        };
    }

    @Override
    protected String reason(EmbargoRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_GROUP, UNKNOWN_MEMBER -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
