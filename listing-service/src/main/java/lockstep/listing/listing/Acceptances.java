package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** Differences between a print and what was released that publishers would accept, as far as the actor sees the package. */
@ApplicationScoped
public class Acceptances {
    private static final String ACCEPTANCE = "select id, listing_id, print_id, reason, proposed_by, proposed_account,"
            + " proposed_at, confirmed_account, confirmed_at, refused_account, refused_at, refusal"
            + " from listing_print_acceptance where ";

    private final Sql sql;
    private final Prints prints;

    Acceptances(Sql sql, Prints prints) {
        this.sql = sql;
        this.prints = prints;
    }

    /** A difference that one publisher would accept and another one answers. */
    public record Acceptance(
            UUID id,
            UUID listingId,
            UUID printId,
            String reason,
            String proposedBy,
            String proposedAccount,
            Instant proposedAt,
            String confirmedAccount,
            Instant confirmedAt,
            String refusedAccount,
            Instant refusedAt,
            String refusal) {

        public boolean open() {
            return confirmedAt == null && refusedAt == null;
        }
    }

    /** The newest first; empty for those who don't take part in the package. */
    public List<Acceptance> of(UUID listingId) {
        return sql.rows(
                ACCEPTANCE + "listing_id = ? order by proposed_at desc, id", Acceptances::acceptance, listingId);
    }

    /** Those of these listings for which an acceptance of the last print awaits another person. */
    public Set<UUID> accepting(Collection<UUID> listings) {
        return Set.copyOf(sql.rows(
                "select a.listing_id from listing_print_acceptance a join listing_confirmation c on c.print_id = a.print_id"
                        + " where a.listing_id = any (?) and a.confirmed_at is null and a.refused_at is null",
                row -> row.getObject(1, UUID.class),
                listings));
    }

    /** @throws PrintRefused if the listing has no such acceptance */
    Acceptance require(UUID listingId, UUID id) {
        return sql.first(ACCEPTANCE + "id = ? and listing_id = ?", Acceptances::acceptance, id, listingId)
                .orElseThrow(() -> new PrintRefused(PrintRefused.Reason.UNKNOWN_ACCEPTANCE));
    }

    /** The one that awaits another person, if it is about the last print. */
    Optional<Acceptance> open(Prints.Standing standing) {
        return sql.first(
                ACCEPTANCE + "print_id = ? and confirmed_at is null and refused_at is null",
                Acceptances::acceptance,
                standing.printId());
    }

    void propose(UUID id, Listing its, UUID printId, String reason, Actor actor, Instant now) {
        sql.update(
                "insert into listing_print_acceptance (id, listing_id, package_id, print_id, reason, proposed_by,"
                        + " proposed_account, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                its.id(),
                its.packageId(),
                printId,
                reason,
                actor.sub(),
                actor.account(),
                now);
    }

    void confirm(Acceptance its, Actor actor, Instant now) {
        sql.update(
                "update listing_print_acceptance set confirmed_by = ?, confirmed_account = ?, confirmed_at = ? where id = ?",
                actor.sub(),
                actor.account(),
                now,
                its.id());
        prints.accepted(its.listingId(), now);
    }

    void refuse(Acceptance its, String why, Actor actor, Instant now) {
        sql.update(
                "update listing_print_acceptance set refused_by = ?, refused_account = ?, refused_at = ?, refusal = ?"
                        + " where id = ?",
                actor.sub(),
                actor.account(),
                now,
                why,
                its.id());
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        return new Acceptance(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Sql.instant(row, 7),
                row.getString(8),
                Sql.instant(row, 9),
                row.getString(10),
                Sql.instant(row, 11),
                row.getString(12));
    }
}
