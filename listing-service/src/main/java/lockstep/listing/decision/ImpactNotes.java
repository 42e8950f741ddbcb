package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** The impact notes of packages, every version of each; who sees a package sees them, and nobody else learns of one. */
@ApplicationScoped
public class ImpactNotes {
    private final Packages packages;
    private final Sql sql;

    ImpactNotes(Packages packages, Sql sql) {
        this.packages = packages;
        this.sql = sql;
    }

    /**
     * One version, the first is 1.
     *
     * @param capacity CHAIR, SECRETARIAT or PROPOSER
     * @param packageHash what the package held when it was written
     * @param current the package holds the same now
     */
    public record Note(
            int n,
            String text,
            String sub,
            String account,
            String agency,
            String capacity,
            String packageHash,
            boolean current,
            Instant at) {
        public Cursor cursor() {
            return Cursor.of("impact-note", n);
        }
    }

    /** The number of the version that was written; the package's row is locked, so no two get the same. */
    int append(Package on, String text, ImpactAuthors.Capacity capacity, Actor by, Instant at) {
        int n = sql.first(
                        "select coalesce(max(n), 0) + 1 from impact_note where package_id = ?",
                        row -> row.getInt(1),
                        on.id())
                .orElseThrow();
        sql.update(
                "insert into impact_note (package_id, n, text, sub, account, agency, capacity, package_hash, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                on.id(),
                n,
                text,
                by.sub(),
                by.account(),
                by.agency().code(),
                capacity,
                on.hash(),
                at);
        return n;
    }

    /** The newest first. */
    @ReadOnly
    public List<Note> of(UUID packageId, Long before, Limit limit, Actor actor) {
        String hash = packages.require(actor, packageId).hash();
        return sql.rows(
                "select n, text, sub, account, agency, capacity, package_hash, at from impact_note"
                        + " where package_id = ? and n < ? order by n desc limit ?",
                row -> new Note(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        hash.equals(row.getString(7)),
                        Sql.instant(row, 8)),
                packageId,
                before == null ? Long.MAX_VALUE : before,
                limit.plusOne());
    }
}
