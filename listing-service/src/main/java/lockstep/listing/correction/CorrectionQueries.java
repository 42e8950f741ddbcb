package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** Lists of corrections as far as the reader sees them, and those whose time has come. */
@ApplicationScoped
public class CorrectionQueries {
    private static final int AT_ONCE = 200;

    private final Sql sql;
    private final InstantSource clock;

    CorrectionQueries(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Where one is found, and its place in a list: the newest first. */
    public record Place(UUID id, Instant madeAt) {
        public Cursor cursor() {
            return Cursor.of(madeAt, id);
        }
    }

    /** {@code proposalId} or {@code packageId}, the other null. */
    @ReadOnly
    public List<Place> list(UUID proposalId, UUID packageId, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        String where = proposalId == null ? "package_id = ?" : "proposal_id = ?";
        values.add(proposalId == null ? packageId : proposalId);
        if (after != null) {
            where += " and (made_at, id) < (?, ?)";
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select id, made_at from correction where " + where + " order by made_at desc, id desc limit ?",
                row -> new Place(row.getObject(1, UUID.class), Sql.instant(row, 2)),
                values.toArray());
    }

    /** Packages in which a tacit period is over; a job learns their ids alone. */
    @ReadOnly
    List<UUID> due() {
        return sql.rows(
                "select * from due_corrections(?, ?)", row -> row.getObject(1, UUID.class), clock.instant(), AT_ONCE);
    }
}
