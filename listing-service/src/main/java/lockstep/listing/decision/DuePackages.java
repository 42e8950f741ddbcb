package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Which packages a job should look at; it learns their ids alone, and sees their rows only once it claims them. */
@ApplicationScoped
public class DuePackages {
    private static final int AT_ONCE = 200;

    private final Sql sql;
    private final InstantSource clock;

    DuePackages(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Scheduled, and T has come. */
    @ReadOnly
    public List<UUID> releases() {
        return ask("due_releases");
    }

    /** A round at its deadline or a window at its end. */
    @ReadOnly
    public List<UUID> deadlines() {
        return ask("due_deadlines");
    }

    private List<UUID> ask(String function) {
        return sql.rows(
                "select * from " + function + "(?, ?)", row -> row.getObject(1, UUID.class), clock.instant(), AT_ONCE);
    }

    /** Ids of the package, its entries and their cases. */
    @ReadOnly
    public Set<UUID> claims(UUID packageId) {
        Set<UUID> claims = new HashSet<>(
                sql.rows("select unnest(ids_in_package(?))", row -> row.getObject(1, UUID.class), packageId));
        claims.add(packageId);
        return claims;
    }
}
