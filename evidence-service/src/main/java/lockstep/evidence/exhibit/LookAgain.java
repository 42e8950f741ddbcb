package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.feed.FeedReader;
import lockstep.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * What listing-service has just done may not have come by its feed yet: before "not found" is the answer the feed is
 * pulled once. For what is hidden and for what does not exist alike, so that the time tells nothing.
 */
@ApplicationScoped
public class LookAgain {
    private static final Logger LOG = Logger.getLogger(LookAgain.class);

    private final FeedReader feed;

    public LookAgain(FeedReader feed) {
        this.feed = feed;
    }

    /** Runs it, and once more if nothing was found the first time; it must not be in a transaction. */
    public <T> T ifNotFound(Supplier<T> work) {
        try {
            return work.get();
        } catch (ExhibitRefused refused) {
            if (refused.reason() != Reason.NOT_FOUND) {
                throw refused;
            }
        }
        pull();
        return work.get();
    }

    private void pull() {
        try {
            feed.pullNow();
        } catch (RuntimeException unreachable) {
            LOG.warnf("listing-service's feed was not read: %s", unreachable.getMessage());
            throw new ProblemException(
                    503, "peer-unavailable", "It cannot be told now whether this is there. Try again.");
        }
    }
}
