package lockstep.listing.change.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import lockstep.kit.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many streams are open on this replica: so many for one person, and so many for all. */
@ApplicationScoped
class Streams {
    private final int ofOnePerson;
    private final Semaphore ofAll;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    Streams(
            @ConfigProperty(name = "lockstep.changes.streams-of-one-person") int ofOnePerson,
            @ConfigProperty(name = "lockstep.changes.streams") int ofAll) {
        this.ofOnePerson = ofOnePerson;
        this.ofAll = new Semaphore(ofAll);
    }

    /** @throws ProblemException 429 {@code too-many-streams} */
    void take(String sub) {
        if (!ofAll.tryAcquire()) {
            throw refused("Too many streams are open.");
        }
        if (open.merge(sub, 1, Integer::sum) > ofOnePerson) {
            give(sub);
            throw refused("You have " + ofOnePerson + " streams open already.");
        }
    }

    void give(String sub) {
        open.computeIfPresent(sub, (_, count) -> count == 1 ? null : count - 1);
        ofAll.release();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(429, "too-many-streams", why);
    }
}
