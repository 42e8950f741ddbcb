package lockstep.evidence.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Viewer;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** The looks that last; each is its reader's alone. */
@ApplicationScoped
public class Viewings {
    private final Sql sql;

    Viewings(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    void add(Viewing viewing, Actor by) {
        sql.update("delete from viewing where sub = ? and ends_at < ?", by.sub(), viewing.begunAt());
        sql.update(
                "insert into viewing (id, sub, exhibit_id, n, viewer, pages, written, cut_short, copy, begun_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                viewing.id(),
                by.sub(),
                viewing.exhibitId(),
                viewing.version(),
                viewing.viewer().name(),
                viewing.pages(),
                viewing.written(),
                viewing.cutShort(),
                viewing.copy(),
                viewing.begunAt(),
                viewing.endsAt());
    }

    @ReadOnly
    Optional<Viewing> find(UUID id, Actor of) {
        return sql.first(
                "select * from viewing where id = ? and sub = ?",
                row -> new Viewing(
                        row.getObject("id", UUID.class),
                        row.getObject("exhibit_id", UUID.class),
                        row.getInt("n"),
                        Viewer.valueOf(row.getString("viewer")),
                        row.getInt("pages"),
                        row.getString("written"),
                        row.getBoolean("cut_short"),
                        row.getObject("copy", UUID.class),
                        Sql.instant(row, "begun_at"),
                        Sql.instant(row, "ends_at")),
                id,
                of.sub());
    }
}
