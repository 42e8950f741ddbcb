package lockstep.evidence.storage.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.evidence.storage.KeyMissing;
import lockstep.kit.web.RefusalMapper;

/** Not the asker's fault and not the content's: it can be asked for again once the key is there. */
@Provider
public class KeyMissingMapper extends RefusalMapper<KeyMissing> {

    @Override
    protected int status(KeyMissing missing) {
        return 503;
    }

    @Override
    protected String reason(KeyMissing missing) {
        return "key-missing";
    }
}
