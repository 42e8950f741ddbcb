package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Kind;
import lockstep.listing.proposal.ProposalRefused.Missing;

/** What all kinds but ADD are about: a listing of the same programme that stands. */
@ApplicationScoped
public class ListedTarget {
    private final Sql sql;

    ListedTarget(Sql sql) {
        this.sql = sql;
    }

    /** A listing as its list calls it. */
    public record Named(UUID id, String number, String name) {}

    /** Empty where there is none. */
    Optional<Named> named(UUID listingId) {
        return sql.first(
                "select id, number, name from listing where id = ?",
                row -> new Named(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                listingId);
    }

    /** Empty for an ADD, and where the listing stands. */
    List<Missing> missing(ProposalText text) {
        if (text.kind() == Kind.ADD) {
            return List.of();
        }
        if (text.listingId() == null) {
            return List.of(new Missing("/listingId", "listing-missing", "Name the listing that this is about."));
        }
        return stands(text) && (text.kind() != Kind.CONFIRM || lapses(text.listingId()))
                ? List.of()
                : List.of(new Missing(
                        "/listingId",
                        "listing-does-not-stand",
                        "No listing of this programme with this id is in force."));
    }

    /** A listing is of the subject that it was proposed for: whatever becomes of it is proposed for the same one. */
    public boolean isOf(UUID listingId, UUID subjectId) {
        return sql.first("select listing_is_of(?, ?)", row -> row.getBoolean(1), listingId, subjectId)
                .orElseThrow();
    }

    void mustBeOfItsSubject(ProposalText text) {
        boolean other =
                text.kind() != Kind.ADD && text.listingId() != null && !isOf(text.listingId(), text.subjectId());
        ProposalRefused.unless(other ? ProposalRefused.Reason.LISTING_OF_ANOTHER_SUBJECT : null);
    }

    private boolean lapses(UUID listingId) {
        return sql.first("select lapses_at is not null from listing where id = ?", row -> row.getBoolean(1), listingId)
                .orElse(false);
    }

    /**
     * An urgent listing is confirmed by one proposal at a time, as far as the reader sees them. Until the transaction ends nobody
     * else asks: otherwise of two who begin one at once neither would see the other's.
     */
    void confirmedByNoOther(UUID proposal, ProposalText text) {
        if (text.kind() != Kind.CONFIRM || text.listingId() == null) {
            return;
        }
        sql.rows(
                "select pg_advisory_xact_lock(hashtextextended('lockstep.confirmation.' || in_place_of(?), 0))",
                row -> true,
                text.listingId());
        boolean other = sql.first(
                        "select exists (select from proposal p where p.kind = 'CONFIRM' and p.id <> ? and sees_proposal(p)"
                                + " and p.listing_id in (select same_place(?))"
                                + " and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN'))",
                        row -> row.getBoolean(1),
                        proposal,
                        text.listingId())
                .orElse(false);
        ProposalRefused.unless(other ? ProposalRefused.Reason.CONFIRMED_BY_ANOTHER : null);
    }

    private boolean stands(ProposalText text) {
        return sql.first(
                        "select status = 'ACTIVE' and programme = ? from listing where id = ?",
                        row -> row.getBoolean(1),
                        text.programme(),
                        text.listingId())
                .orElse(false);
    }

    /**
     * The listing in force that stands in the place of this one, which may have been amended since; its row is taken, so
     * that two acts about it follow one another. Empty if it has ended.
     */
    public Optional<UUID> take(UUID listingId) {
        UUID last = sql.first("select in_place_of(?)", row -> row.getObject(1, UUID.class), listingId)
                .orElseThrow();
        return sql.first(
                        "select status = 'ACTIVE' from listing where id = ? for update", row -> row.getBoolean(1), last)
                .filter(active -> active)
                .map(active -> last);
    }
}
