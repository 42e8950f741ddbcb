package lockstep.evidence.release.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.evidence.release.ReleaseRefused;
import lockstep.kit.web.RefusalMapper;

/** How refusals about releases are answered. */
@Provider
public class ReleaseRefusals extends RefusalMapper<ReleaseRefused> {

    @Override
    protected int status(ReleaseRefused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> 404;
            case NOT_RELEASE_OFFICER, NOT_SEEN, OWN_REQUEST, NOT_THE_ASKING_AGENCY -> 403;
            case NOT_IN_THIS_STATUS,
                    NOT_REVOCABLE,
                    ALREADY_ASKED,
                    COPY_NOT_CHECKED,
                    COPY_NOT_FIT,
                    AWAITING_CONTENT,
                    EXHIBIT_WITHDRAWN,
                    EXHIBIT_FROZEN,
                    EXHIBIT_DISPOSED -> 409;
            case SEVERAL_ORIGINATORS, NOT_A_DOWNGRADE -> 422;
        };
    }

    @Override
    protected String reason(ReleaseRefused refused) {
        return refused.reason().kebab();
    }
}
