package lockstep.kit.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** How far the peer's feed has been applied; one event at a time per database, the cursor moving with its effect. */
@ApplicationScoped
class FeedCursor {
    private static final String PEER = "peer";

    private final Sql sql;
    private final InstantSource clock;

    FeedCursor(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @ReadOnly
    long position() {
        return now();
    }

    /** Applies the event unless it, or a later one, has been applied. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void apply(FeedEvent event, List<FeedHandler> handlers) {
        alone();
        if (event.position() > now() && firstSeen(event)) {
            handlers.forEach(handler -> handler.apply(event));
        }
        advance(event.position());
    }

    /** Past events that nobody here wants. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void moveTo(long position) {
        alone();
        advance(position);
    }

    private void alone() {
        sql.rows("select pg_advisory_xact_lock(hashtextextended('lockstep.feed', 0))", row -> true);
    }

    private long now() {
        return sql.first("select position from feed_cursor where peer = ?", row -> row.getLong(1), PEER)
                .orElse(0L);
    }

    private boolean firstSeen(FeedEvent event) {
        return 1
                == sql.update(
                        "insert into feed_seen (event_id, peer, seen_at) values (?, ?, ?) on conflict do nothing",
                        event.eventId(),
                        PEER,
                        clock.instant());
    }

    private void advance(long position) {
        sql.update("""
                insert into feed_cursor (peer, position) values (?, ?)
                on conflict (peer) do update set position = greatest(feed_cursor.position, excluded.position)
                """, PEER, position);
    }
}
