package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** The prints that publishers have entered, each kept with its comparison, and where each listing stands with its own. */
@ApplicationScoped
public class Prints {
    private static final String PRINT =
            "select id, listing_id, reference, seen_at, printed, printed_sha256, released_sha256, agrees, compared_by,"
                    + " compared_account, compared_agency, compared_at from listing_print where ";
    private static final String ACCEPTANCE = "select id, listing_id, print_id, reason, proposed_by, proposed_account,"
            + " proposed_at, confirmed_account, confirmed_at, refused_account, refused_at, refusal"
            + " from listing_print_acceptance where ";

    private final Sql sql;

    Prints(Sql sql) {
        this.sql = sql;
    }

    /** Where a listing stands with its print. */
    public enum State {
        AWAITED,
        CONFIRMED,
        DISCREPANCY,
        /** A discrepancy that an amendment or a removal has ended. */
        SETTLED
    }

    /** {@code printId}: the last print that was entered, null while it is awaited. */
    public record Standing(UUID listingId, State state, UUID printId, Instant since) {}

    public record Person(String sub, String account, String agency) {}

    /** One print as it was entered and compared; never rewritten. Digests are SHA-256 in lower-case hex. */
    public record Print(
            UUID id,
            UUID listingId,
            String reference,
            Instant seenAt,
            String printed,
            String printedSha256,
            String releasedSha256,
            boolean agrees,
            Person by,
            Instant comparedAt) {}

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

    public Standing standing(UUID listingId) {
        return standings(List.of(listingId)).get(listingId);
    }

    public Map<UUID, Standing> standings(Collection<UUID> listings) {
        return sql
                .rows(
                        "select l.id, confirmation_of(l), c.print_id, c.since from listing l"
                                + " join listing_confirmation c on c.listing_id = l.id where l.id = any (?)",
                        row -> new Standing(
                                row.getObject(1, UUID.class),
                                State.valueOf(row.getString(2)),
                                row.getObject(3, UUID.class),
                                instant(row, 4)),
                        listings)
                .stream()
                .collect(Collectors.toMap(Standing::listingId, its -> its));
    }

    /** Takes these listings' confirmations, in an order of their own, so that two acts on them follow one another. */
    void take(Collection<UUID> listings) {
        sql.rows(
                "select listing_id from listing_confirmation where listing_id = any (?) order by listing_id for update",
                row -> row.getObject(1, UUID.class),
                listings);
    }

    /** Of these listings, the newest first. */
    public List<Print> of(Collection<UUID> listings) {
        return sql.rows(PRINT + "listing_id = any (?) order by compared_at desc, id", Prints::print, listings);
    }

    public List<Print> last(Collection<UUID> listings) {
        return sql.rows(
                PRINT + "id in (select print_id from listing_confirmation where listing_id = any (?))",
                Prints::print,
                listings);
    }

    /** The newest first; empty for those who don't take part in the package. */
    public List<Acceptance> acceptances(UUID listingId) {
        return sql.rows(ACCEPTANCE + "listing_id = ? order by proposed_at desc, id", Prints::acceptance, listingId);
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
    Acceptance acceptance(UUID listingId, UUID id) {
        return sql.first(ACCEPTANCE + "id = ? and listing_id = ?", Prints::acceptance, id, listingId)
                .orElseThrow(() -> new PrintRefused(PrintRefused.Reason.UNKNOWN_ACCEPTANCE));
    }

    /** The one that awaits another person, if it is about the last print. */
    Optional<Acceptance> open(Standing standing) {
        return sql.first(
                ACCEPTANCE + "print_id = ? and confirmed_at is null and refused_at is null",
                Prints::acceptance,
                standing.printId());
    }

    /** True if the acting person sees the package: only then are those who acted named. */
    public boolean participates(UUID packageId) {
        return sql.first("select true from package k where k.id = ?", row -> row.getBoolean(1), packageId)
                .isPresent();
    }

    void add(List<Print> compared, UUID packageId) {
        sql.updateAll(
                "insert into listing_print (id, listing_id, package_id, reference, seen_at, printed, printed_sha256,"
                        + " released_sha256, agrees, compared_by, compared_account, compared_agency, compared_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                compared.stream()
                        .map(its -> new Object[] {
                            its.id(),
                            its.listingId(),
                            packageId,
                            its.reference(),
                            its.seenAt(),
                            its.printed(),
                            its.printedSha256(),
                            its.releasedSha256(),
                            its.agrees(),
                            its.by().sub(),
                            its.by().account(),
                            its.by().agency(),
                            its.comparedAt()
                        })
                        .toList());
        sql.updateAll(
                "update listing_confirmation set state = ?, print_id = ?, since = ? where listing_id = ?",
                compared.stream()
                        .map(its -> new Object[] {
                            its.agrees() ? State.CONFIRMED : State.DISCREPANCY,
                            its.id(),
                            its.comparedAt(),
                            its.listingId()
                        })
                        .toList());
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
        sql.update(
                "update listing_confirmation set state = ?, since = ? where listing_id = ?",
                State.CONFIRMED,
                now,
                its.listingId());
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

    private static Print print(ResultSet row) throws SQLException {
        return new Print(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                instant(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                new Person(row.getString(9), row.getString(10), row.getString(11)),
                instant(row, 12));
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        return new Acceptance(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                row.getString(8),
                instant(row, 9),
                row.getString(10),
                instant(row, 11),
                row.getString(12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
