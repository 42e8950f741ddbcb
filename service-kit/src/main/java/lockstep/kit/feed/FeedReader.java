package lockstep.kit.feed;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Limit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Pulls the peer's feed and applies it in order, each event once. Pulls of one replica wait for each other; those of
 * several replicas may fetch the same events, of which {@link FeedCursor} lets one through.
 */
@ApplicationScoped
public class FeedReader {
    private static final Logger LOG = Logger.getLogger(FeedReader.class);

    private final Peer peer;
    private final FeedCursor cursor;
    private final List<FeedHandler> handlers;
    private final String types;
    private final ReentrantLock pulling = new ReentrantLock();

    FeedReader(@RestClient Peer peer, FeedCursor cursor, @All List<FeedHandler> handlers) {
        this.peer = peer;
        this.cursor = cursor;
        this.handlers = handlers;
        this.types = handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Pulls until the feed is drained; the position reached. */
    public long pullNow() {
        pulling.lock();
        try {
            return Acting.as(new SystemActor("feed", Set.of()), this::drain);
        } finally {
            pulling.unlock();
        }
    }

    /** Pulls unless that position has been reached already, e.g. by another replica; the position reached. */
    public long pullThrough(long position) {
        long reached = Acting.as(new SystemActor("feed", Set.of()), cursor::position);
        return reached >= position ? reached : pullNow();
    }

    @Scheduled(
            identity = "feed",
            every = "${lockstep.feed.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        if (types.isEmpty() || !pulling.tryLock()) {
            return;
        }
        try {
            pullNow();
        } catch (RuntimeException unreachable) {
            LOG.warnf("the peer's feed was not read: %s", unreachable.getMessage());
        } finally {
            pulling.unlock();
        }
    }

    private long drain() {
        long reached = cursor.position();
        while (true) {
            FeedPage page = peer.events(reached, types, Limit.MOST);
            page.events().forEach(this::apply);
            cursor.moveTo(page.last());
            if (page.events().size() < Limit.MOST) {
                return page.last();
            }
            reached = page.last();
        }
    }

    private void apply(FeedEvent event) {
        List<FeedHandler> wanting = handlers.stream()
                .filter(handler -> handler.types().contains(event.type()))
                .toList();
        Set<UUID> claims = wanting.stream()
                .flatMap(handler -> handler.claims(event).stream())
                .collect(Collectors.toSet());
        Acting.as(new SystemActor("feed", claims), () -> {
            cursor.apply(event, wanting);
            return null;
        });
    }
}
