package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.storage.SealedTexts.Sealed;
import lockstep.kit.db.Sql;

/** Protected sources and their handlers, as the running transaction sees them. */
@ApplicationScoped
class Sources {
    private static final int CANDIDATES = 500;

    private final Sql sql;

    Sources(Sql sql) {
        this.sql = sql;
    }

    /** What of a source is sealed, and under which id. */
    record Kept(UUID id, Sealed sealed) {}

    /** Somebody of an agency who has worked with evidence. */
    public record Person(String sub, String account) {}

    Source of(Exhibit exhibit) {
        return exhibit.sourceProtected()
                ? new Source(exhibit, handlers(exhibit.id()), handling(exhibit.id()))
                : new Source(exhibit, List.of(), 0);
    }

    /** Empty to all but its handlers. */
    Optional<Kept> kept(UUID exhibit) {
        return sql.first(
                "select id, wrapped_key, sealed from protected_source where exhibit_id = ? and wrapped_key is not null",
                row -> new Kept(row.getObject(1, UUID.class), new Sealed(row.getBytes(2), row.getBytes(3))),
                exhibit);
    }

    List<Person> people(Actor of) {
        return sql.rows(
                "select sub, account from person where agency = ? and has_worked_here(sub) order by account limit ?",
                row -> new Person(row.getString(1), row.getString(2)),
                of.agency().code(),
                CANDIDATES);
    }

    Optional<Person> person(String sub, Actor colleague) {
        return sql.first(
                "select sub, account from person where sub = ? and agency = ? and has_worked_here(sub)",
                row -> new Person(row.getString(1), row.getString(2)),
                sub,
                colleague.agency().code());
    }

    private long handling(UUID exhibit) {
        return sql.first("select handlers_of(?)", row -> row.getLong(1), exhibit)
                .orElse(0L);
    }

    private List<Handler> handlers(UUID exhibit) {
        return sql.rows(
                "select id, sub, account, named_by, named_account, named_at, confirmed_account, confirmed_at, ended_account,"
                        + " ended_at from source_handler where exhibit_id = ? order by named_at, id",
                row -> new Handler(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Sql.instant(row, 6),
                        row.getString(7),
                        Sql.instant(row, 8),
                        row.getString(9),
                        Sql.instant(row, 10)),
                exhibit);
    }
}
