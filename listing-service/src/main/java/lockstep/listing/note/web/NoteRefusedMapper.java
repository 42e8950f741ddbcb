package lockstep.listing.note.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.note.NoteRefused;

/** Which status each refusal of a command on a note has. */
@Provider
public class NoteRefusedMapper extends RefusalMapper<NoteRefused> {
    @Override
    protected int status(NoteRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_NOTE -> 404;
            case NOT_THE_OWNER -> 403;
            case NOT_WIDER, NO_CASE -> 409;
        };
    }

    @Override
    protected String reason(NoteRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_NOTE -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
