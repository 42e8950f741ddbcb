package lockstep.kit.sample;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;

@Provider
public class NoteRefusedMapper extends RefusalMapper<NoteRefused> {
    @Override
    protected int status(NoteRefused refused) {
        return 409;
    }

    @Override
    protected String reason(NoteRefused refused) {
        return "note-is-closed";
    }
}
