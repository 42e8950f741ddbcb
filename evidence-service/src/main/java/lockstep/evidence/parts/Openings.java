package lockstep.evidence.parts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Clearance;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.parts.reader.Kind;
import lockstep.kit.db.Sql;

/** Which containers are to be opened, and how far that is, as far as the running transaction sees them. */
@ApplicationScoped
class Openings {
    private static final String COLUMNS =
            "select batch_id, exhibit_id, n, kind, state, reason, depth, attempts, asked_at, asked_account, done_at from opening";

    private final Sql sql;

    Openings(Sql sql) {
        this.sql = sql;
    }

    /** Where an opening stands. */
    enum State {
        WAITING,
        OPENED,
        REFUSED
    }

    record Opening(
            UUID batchId,
            UUID exhibitId,
            int n,
            Kind kind,
            State state,
            String reason,
            int depth,
            int attempts,
            Instant askedAt,
            String askedAccount,
            Instant doneAt) {}

    /** One that a replica has taken, and in whose name it works. */
    record Taken(
            UUID batchId,
            UUID caseId,
            String owner,
            String askedBy,
            String askedAccount,
            Clearance clearance,
            int attempts) {}

    /** The container of an exhibit that was a part. */
    record Origin(UUID exhibitId, int version, String title, String path) {}

    Optional<Opening> of(ExhibitVersion container) {
        return sql.first(COLUMNS + " where container = ?", Openings::opening, container.id());
    }

    Optional<Opening> byBatch(UUID batch) {
        return sql.first(COLUMNS + " where batch_id = ?", Openings::opening, batch);
    }

    /** False if another one was quicker. */
    boolean ask(UUID batch, ExhibitVersion container, Kind kind, int depth, Actor by, Instant now) {
        return sql.update(
                        "insert into opening (batch_id, container, exhibit_id, n, case_id, owner, kind, state, depth, attempts,"
                                + " asked_at, asked_by, asked_account, clearance) values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, 0,"
                                + " ?, ?, ?, ?) on conflict (container) do nothing",
                        batch,
                        container.id(),
                        container.exhibit().id(),
                        container.n(),
                        container.caseId(),
                        container.originator(),
                        kind.name(),
                        depth,
                        now,
                        by.sub(),
                        by.account(),
                        by.clearance().name())
                == 1;
    }

    /** In the name of whoever asks now. */
    boolean askAgain(UUID batch, Actor by, Instant now) {
        return sql.update(
                        "update opening set state = 'WAITING', reason = null, attempts = 0, done_at = null, asked_at = ?,"
                                + " asked_by = ?, asked_account = ?, clearance = ? where batch_id = ? and state <> 'WAITING'",
                        now,
                        by.sub(),
                        by.account(),
                        by.clearance().name(),
                        batch)
                == 1;
    }

    Optional<Taken> take(UUID token, Instant now, Instant until) {
        return sql.first(
                "select * from take_to_open(?, ?, ?)",
                row -> new Taken(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Clearance.valueOf(row.getString(6)),
                        row.getInt(7)),
                now,
                until,
                token);
    }

    /** False if the lease has gone to another replica. */
    boolean renew(UUID batch, UUID token, Instant until) {
        return sql.update("update opening set leased_until = ? where batch_id = ? and lease = ?", until, batch, token)
                == 1;
    }

    boolean settle(UUID batch, UUID token, String refused, Instant now) {
        return sql.update(
                        "update opening set state = ?, reason = ?, done_at = ?, lease = null, leased_until = null"
                                + " where batch_id = ? and lease = ?",
                        refused == null ? "OPENED" : "REFUSED",
                        refused,
                        now,
                        batch,
                        token)
                == 1;
    }

    void isPart(UUID exhibit, UUID container, String path, int depth) {
        sql.update(
                "insert into part (exhibit_id, container, path, depth) values (?, ?, ?, ?)",
                exhibit,
                container,
                path,
                depth);
    }

    /** Within how many containers an exhibit lies. */
    int depth(UUID exhibit) {
        return sql.first("select depth from part where exhibit_id = ?", row -> row.getInt(1), exhibit)
                .orElse(0);
    }

    /** For those who see the container. */
    Optional<Origin> origin(UUID exhibit) {
        return sql.first(
                "select v.exhibit_id, v.n, v.title, p.path from part p join exhibit_version v on v.id = p.container"
                        + " where p.exhibit_id = ?",
                row -> new Origin(row.getObject(1, UUID.class), row.getInt(2), row.getString(3), row.getString(4)),
                exhibit);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getObject("batch_id", UUID.class),
                row.getObject("exhibit_id", UUID.class),
                row.getInt("n"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("depth"),
                row.getInt("attempts"),
                Sql.instant(row, row.findColumn("asked_at")),
                row.getString("asked_account"),
                Sql.instant(row, row.findColumn("done_at")));
    }
}
