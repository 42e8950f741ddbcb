package lockstep.listing.observation.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.observation.ObservationsRefused;

/** Which status each refusal of a command on a party's observations has. */
@Provider
public class ObservationsRefusedMapper extends RefusalMapper<ObservationsRefused> {
    @Override
    protected int status(ObservationsRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING, UNKNOWN_OBSERVATIONS -> 404;
            case NO_OFFICE -> 403;
            case RECEIVED_IN_FUTURE -> 422;
            case LISTING_HAS_ENDED, ASSESSED_ALREADY -> 409;
        };
    }

    @Override
    protected String reason(ObservationsRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING, UNKNOWN_OBSERVATIONS -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
