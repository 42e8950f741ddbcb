package lockstep.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import lockstep.kit.db.Sql;
import lockstep.kit.feed.FeedEvent;
import lockstep.kit.feed.FeedHandler;

/** Writes down what it is handed, and can be told to fail. */
@ApplicationScoped
public class AppliedEvents implements FeedHandler {
    private final Sql sql;
    private final AtomicReference<String> failingOn = new AtomicReference<>();

    AppliedEvents(Sql sql) {
        this.sql = sql;
    }

    public void failOn(String type) {
        failingOn.set(type);
    }

    @Override
    public Set<String> types() {
        return Set.of("note.written", "note.moved");
    }

    @Override
    public void apply(FeedEvent event) {
        sql.update(
                "insert into applied values (?, ?, current_setting('lockstep.claims'), current_setting('lockstep.sub'))",
                event.position(),
                event.eventId());
        if (event.type().equals(failingOn.get())) {
            throw new IllegalStateException("as told");
        }
    }
}
