package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.appointment.AppointmentRefused.Reason;

/** Absences of seats' holders with their deputies; one that was ended early stays with the time of its end. */
@ApplicationScoped
public class Absences {
    private static final String SELECT =
            "select id, appointment_id, deputy_id, programme, seat, agency, sub, account, deputy_sub, deputy_account,"
                    + " away_from, away_until, ended_at from absence ";

    private final Sql sql;
    private final InstantSource clock;

    Absences(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code until}: the end that was declared; {@code endedAt} null unless the holder came back before it. */
    public record Absence(
            UUID id,
            UUID appointmentId,
            UUID deputyId,
            String programme,
            String seat,
            String agency,
            String sub,
            String account,
            String deputySub,
            String deputyAccount,
            Instant from,
            Instant until,
            Instant endedAt) {
        public Cursor cursor() {
            return Cursor.of(from, id);
        }

        /** Why this actor can't end it before its time, or null. */
        public Reason whyNotEnded(Actor by, Instant now) {
            if (!by.of(agency) || !by.sub().equals(sub) && !by.has(Role.REGISTRAR)) {
                return Reason.NOT_YOURS;
            }
            return endedAt != null || !until.isAfter(now) ? Reason.NOT_AWAY : null;
        }
    }

    /** Those that run now in a programme; one ends with the appointment of its holder or deputy as well. */
    public List<Absence> running(String programme) {
        Instant now = clock.instant();
        return sql.rows(
                SELECT + "where programme = ? and away_from <= ? and away_until > ? and ended_at is null"
                        + " and not exists (select from appointment a where a.id in (appointment_id, deputy_id)"
                        + " and (a.status <> 'CONFIRMED' or a.valid_to <= ?)) order by away_from, id",
                Absences::row,
                programme,
                now,
                now,
                now);
    }

    /** The latest first; null leaves a condition out. */
    @ReadOnly
    public List<Absence> list(String programme, UUID appointment, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where true");
        if (programme != null) {
            where.append(" and programme = ?");
            values.add(programme);
        }
        if (appointment != null) {
            where.append(" and appointment_id = ?");
            values.add(appointment);
        }
        if (after != null) {
            where.append(" and (away_from, id) < (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(SELECT + where + " order by away_from desc, id desc limit ?", Absences::row, values.toArray());
    }

    Optional<Absence> lock(UUID id) {
        return sql.first(SELECT + "where id = ? for update", Absences::row, id);
    }

    /** True if one that was not ended shares a moment with that stretch; the holder's appointment is locked before. */
    boolean overlaps(UUID appointment, Instant from, Instant until) {
        return sql.first(
                        "select 1 from absence where appointment_id = ? and ended_at is null and away_from < ?"
                                + " and away_until > ? limit 1",
                        row -> row.getInt(1),
                        appointment,
                        until,
                        from)
                .isPresent();
    }

    void add(Absence its, String by, Instant at) {
        sql.update(
                "insert into absence (id, appointment_id, deputy_id, programme, seat, agency, sub, account, deputy_sub,"
                        + " deputy_account, away_from, away_until, declared_by, declared_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                its.id(),
                its.appointmentId(),
                its.deputyId(),
                its.programme(),
                its.seat(),
                its.agency(),
                its.sub(),
                its.account(),
                its.deputySub(),
                its.deputyAccount(),
                its.from(),
                its.until(),
                by,
                at);
    }

    void end(UUID id, String by, Instant at) {
        sql.update("update absence set ended_by = ?, ended_at = ? where id = ?", by, at, id);
    }

    private static Absence row(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                Sql.instant(row, 11),
                Sql.instant(row, 12),
                Sql.instant(row, 13));
    }
}
