package lockstep.kit.journal;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What the current request is trying to do, and to what. A use case says it once it has loaded, through its reader's
 * eyes, what it acts on: a refusal is then journalled under that thing's protection.
 */
@ApplicationScoped
public class Attempt {
    private final RequestAttempt request;

    Attempt(RequestAttempt request) {
        this.request = request;
    }

    /**
     * @param type what it would have been, e.g. {@code vote.cast}
     */
    public void on(
            String type,
            String aggregateType,
            UUID aggregateId,
            int revision,
            String programme,
            Protection protection) {
        if (inRequest()) {
            request.entry(
                    new JournalEntry(type, 1, aggregateType, aggregateId, revision, programme, null, protection, null));
        }
    }

    Optional<JournalEntry> made() {
        return inRequest() ? Optional.ofNullable(request.entry()) : Optional.empty();
    }

    /** A job has no request, and nobody to whom it would be refused. */
    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }
}
