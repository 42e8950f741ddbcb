package lockstep.listing.listing.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.listing.ListingRefused;

/** Which status each refusal of an act on a listing has. */
@Provider
public class ListingRefusedMapper extends RefusalMapper<ListingRefused> {
    @Override
    protected int status(ListingRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING -> 404;
            case NO_OFFICE -> 403;
            case DATE_IN_FUTURE, BEFORE_THE_LISTING -> 422;
            case NOTHING_TO_EXTEND, EXTENDED_ALREADY, NO_EXTENSION_TO_CONFIRM, FOUR_EYES -> 409;
        };
    }

    @Override
    protected String reason(ListingRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_LISTING -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
