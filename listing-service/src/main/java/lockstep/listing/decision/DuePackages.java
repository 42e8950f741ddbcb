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

    /** Embargo groups at their instant, or later, when what kept them back is over. */
    @ReadOnly
    public List<UUID> embargoes() {
        return ask("due_embargoes");
    }

    /** A round at its deadline or a window at its end. */
    @ReadOnly
    public List<UUID> deadlines() {
        return ask("due_deadlines");
    }

    /** With a live round whose seats may have lost access to what its entries rest on. */
    @ReadOnly
    public List<UUID> accessQuestions() {
        return ask("due_access_questions");
    }

    /** A proposal whose standing revision cites what was withdrawn; {@code packageId} null: in no package. */
    public record WithdrawnFrom(UUID proposalId, UUID packageId) {}

    @ReadOnly
    public List<WithdrawnFrom> withdrawn() {
        return sql.rows(
                "select * from due_withdrawn(?, ?)",
                row -> new WithdrawnFrom(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                clock.instant(),
                AT_ONCE);
    }

    private List<UUID> ask(String function) {
        return sql.rows(
                "select * from " + function + "(?, ?)", row -> row.getObject(1, UUID.class), clock.instant(), AT_ONCE);
    }

    /** Ids of the package, its entries and their cases. */
    @ReadOnly
    public Set<UUID> claims(UUID packageId) {
        return claims("ids_in_package", packageId);
    }

    @ReadOnly
    public Set<UUID> claimsOfProposal(UUID proposalId) {
        return claims("ids_of_proposal", proposalId);
    }

    /** The same of all packages in an embargo group. */
    @ReadOnly
    public Set<UUID> claimsOfEmbargo(UUID groupId) {
        return claims("ids_in_embargo", groupId);
    }

    private Set<UUID> claims(String function, UUID id) {
        Set<UUID> claims =
                new HashSet<>(sql.rows("select unnest(" + function + "(?))", row -> row.getObject(1, UUID.class), id));
        claims.add(id);
        return claims;
    }
}
