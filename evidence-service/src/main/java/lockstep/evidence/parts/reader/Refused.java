package lockstep.evidence.parts.reader;

import java.io.IOException;

/** A container or a part that is not given (any further), with the reason as it is told. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
