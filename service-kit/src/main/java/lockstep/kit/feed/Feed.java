package lockstep.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Sequencer;
import lockstep.kit.page.Limit;

/** This service's events for its peer, in the order of their positions; refusals and readings are not handed on. */
@ApplicationScoped
public class Feed {
    private static final String READ = "select * from journal_feed(?, ?, ?)";

    private final AtomicReference<List<String>> wanted = new AtomicReference<>();
    private final AtomicReference<Looked> looked = new AtomicReference<>();
    private final Sequencer sequencer;
    private final Sql sql;
    private final ObjectMapper json;

    public Feed(Sequencer sequencer, Sql sql, ObjectMapper json) {
        this.sequencer = sequencer;
        this.sql = sql;
        this.json = json;
    }

    /** How far the journal was looked through for what the peer wants, and the last such event found. */
    private record Looked(List<String> types, long through, long last) {}

    public FeedPage after(long position, List<String> types, Limit limit) {
        wanted.set(types);
        return numbered(sequencer.run(), position, types, limit);
    }

    /**
     * Up to where the peer must have read to know all of this journal that it wants. Most events are none of that, so it
     * need not read after each of them. Where this process doesn't know yet what the peer wants, that is everything.
     */
    public long needed() {
        List<String> types = wanted.get();
        Looked before = looked.get();
        if (types == null || before == null || !before.types().equals(types)) {
            long all = sequencer.run();
            if (types != null) {
                looked.set(new Looked(types, all, all));
            }
            return all;
        }
        Sequencer.Numbered now = sequencer.numbered(types, before.through());
        if (now.waiting()) {
            sequencer.run();
            now = sequencer.numbered(types, before.through());
        }
        long last = Math.max(before.last(), now.lastOfTypes());
        // Positions never change once they are committed, so whoever has looked further knows at least as much.
        looked.accumulateAndGet(
                new Looked(types, now.last(), last), (one, other) -> one.through() >= other.through() ? one : other);
        return last;
    }

    /** Everything up to {@code numbered} had committed before this transaction began. */
    @ReadOnly
    FeedPage numbered(long numbered, long position, List<String> types, Limit limit) {
        List<FeedEvent> events = sql.rows(READ, this::event, position, types, limit.value());
        boolean more = events.size() == limit.value();
        return new FeedPage(events, more ? events.getLast().position() : Math.max(position, numbered));
    }

    private FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getLong("pos"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getInt("schema_version"),
                Sql.instant(row, "occurred_at"),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getInt("aggregate_revision"),
                row.getObject("case_id", UUID.class),
                row.getObject("scope_id", UUID.class),
                row.getString("programme"),
                payload(row.getBytes("payload")));
    }

    private JsonNode payload(byte[] bytes) {
        try {
            return bytes == null ? null : json.readTree(bytes);
        } catch (IOException notWhatWeWrote) {
            throw new UncheckedIOException(notWhatWeWrote);
        }
    }
}
