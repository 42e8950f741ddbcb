package lockstep.listing.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.kit.db.Sql;

/** The prints that publishers have entered, each kept with its comparison, and where each listing stands with its own. */
@ApplicationScoped
public class Prints {
    private static final String PRINT =
            "select id, listing_id, reference, seen_at, printed, printed_sha256, released_sha256, agrees, compared_by,"
                    + " compared_account, compared_agency, compared_at from listing_print where ";
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
                                Sql.instant(row, 4)),
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

    /** Two publishers have accepted that the last print differs. */
    void accepted(UUID listingId, Instant now) {
        sql.update(
                "update listing_confirmation set state = ?, since = ? where listing_id = ?",
                State.CONFIRMED,
                now,
                listingId);
    }

    private static Print print(ResultSet row) throws SQLException {
        return new Print(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Sql.instant(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                new Person(row.getString(9), row.getString(10), row.getString(11)),
                Sql.instant(row, 12));
    }
}
