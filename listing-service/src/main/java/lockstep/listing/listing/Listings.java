package lockstep.listing.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** The published listings: open to every account, because their authority has printed them. */
@ApplicationScoped
public class Listings implements PanacheRepositoryBase<Listing, UUID> {
    private final Sql sql;

    Listings(Sql sql) {
        this.sql = sql;
    }

    /** From its release on a listing awaits what its authority prints. */
    public void awaitsPrint(Listing its) {
        sql.update(
                "insert into listing_confirmation (listing_id, package_id, programme, state, since)"
                        + " values (?, ?, ?, 'AWAITED', ?)",
                its.id(),
                its.packageId(),
                its.programme(),
                its.publishedAt());
    }

    /** Ends a listing whose row the release job holds: by a removal, or by the one that takes its place. */
    public void end(UUID id, Listing.Status status, Instant at, UUID byProposal, UUID successor) {
        sql.update(
                "update listing set status = ?, ended_at = ?, ended_by = ?, succeeded_by = ? where id = ?",
                status,
                at,
                byProposal,
                successor,
                id);
    }

    /** How long an urgent listing lasts; {@code until} null: it is confirmed and ends no more by itself. */
    public void lasts(UUID id, Instant until) {
        sql.update("update listing set lapses_at = cast(? as timestamptz) where id = ?", until, id);
    }

    /** Until when the list that it stands on was renewed. */
    public void renewed(UUID id, Instant until) {
        sql.update("update listing set expires_at = ? where id = ?", until, id);
    }

    /** The last end of a term that anything in force on the list has; empty if nothing has one. */
    public Optional<Instant> lastTerm(String programme) {
        return sql.first(
                        "select max(expires_at) from listing where programme = ? and status = 'ACTIVE'",
                        row -> Optional.ofNullable(Sql.instant(row, 1)),
                        programme)
                .flatMap(its -> its);
    }

    /** Ends what stands on a list that was not renewed; false if it was, or has ended otherwise meanwhile. */
    public boolean expired(UUID id, Instant now) {
        return 1
                == sql.update(
                        "update listing set status = 'EXPIRED', ended_at = expires_at"
                                + " where id = ? and status = 'ACTIVE' and expires_at <= ? and not renewal_adopted(id)",
                        id,
                        now);
    }

    /** Ends an urgent listing whose time is over; false if it was ended or confirmed meanwhile. */
    public boolean lapsed(UUID id, Instant now) {
        return 1
                == sql.update(
                        "update listing set status = 'EXPIRED', ended_at = lapses_at"
                                + " where id = ? and status = 'ACTIVE' and lapses_at <= ?",
                        id,
                        now);
    }

    public Optional<Listing> ofProposal(UUID proposalId) {
        return find("proposalId", proposalId).firstResultOptional();
    }
}
