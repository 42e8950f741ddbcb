package lockstep.kit.acting;

import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;

/** The id that ties a request, its log lines, its journal rows and its problem together. */
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";
    public static final String MDC_KEY = "correlationId";

    private Correlation() {}

    /** That of the request or of the job's run; a fresh one where neither is under way. */
    public static UUID current() {
        return Optional.ofNullable(MDC.get(MDC_KEY))
                .map(id -> UUID.fromString(id.toString()))
                .orElseGet(UUID::randomUUID);
    }
}
