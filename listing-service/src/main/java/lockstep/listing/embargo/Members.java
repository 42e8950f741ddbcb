package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;

/** Who is invited to an embargo group, who takes part with which package, and how far each is. */
@ApplicationScoped
public class Members {
    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    /** How far a member is; of another side's package nothing else is told. */
    public enum State {
        INVITED,
        /** It has a package here; how far that is, is for those who take part too. */
        TAKES_PART,
        IN_DECISION,
        ADOPTED,
        /** Scheduled, but its GO isn't for this instant or was lost at T. */
        NO_GO,
        GO,
        HOLD,
        PUBLISHED,
        DISSOLVED,
        LEFT
    }

    /** {@code packageId} and {@code number} null: the reader doesn't see the package, or there is none yet. */
    public record Member(
            UUID id,
            String programme,
            Instant invitedAt,
            Instant joinedAt,
            Instant leftAt,
            String leftWhy,
            UUID packageId,
            String number,
            State state,
            boolean overdue,
            Instant publishedAt) {
        boolean live() {
            return leftAt == null;
        }

        boolean joined() {
            return live() && joinedAt != null;
        }
    }

    /** Those who left too, in the order in which they were invited. */
    public List<Member> of(UUID groupId) {
        return sql.rows("select * from embargo_members(?)", Members::member, groupId);
    }

    /** The packages that take part now, by id, so that they are always locked in that order. */
    public List<UUID> packages(UUID groupId) {
        return sql.rows(
                "select package_id from embargo_member where group_id = ? and left_at is null and package_id is not null"
                        + " order by package_id",
                row -> row.getObject(1, UUID.class),
                groupId);
    }

    /** False if that programme is invited and hasn't answered. */
    boolean invite(UUID groupId, String programme, Actor by, Instant at) {
        return sql.update(
                        "insert into embargo_member (id, group_id, programme, invited_account, invited_agency, invited_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        UUID.randomUUID(),
                        groupId,
                        programme,
                        by.account(),
                        by.agency().code(),
                        at)
                > 0;
    }

    void join(UUID memberId, UUID packageId, Actor by, Instant at) {
        sql.update(
                "update embargo_member set package_id = ?, joined_account = ?, joined_at = ? where id = ?",
                packageId,
                by.account(),
                at,
                memberId);
    }

    /** A further package of a programme that takes part already, or the founder's. */
    void add(UUID groupId, String programme, UUID packageId, Actor by, Instant at) {
        sql.update(
                "insert into embargo_member (id, group_id, programme, package_id, invited_account, invited_agency,"
                        + " invited_at, joined_account, joined_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                groupId,
                programme,
                packageId,
                by.account(),
                by.agency().code(),
                at,
                by.account(),
                at);
    }

    void leave(UUID memberId, String why, Actor by, Instant at) {
        sql.update(
                "update embargo_member set left_account = ?, left_at = ?, left_why = ? where id = ?",
                by.account(),
                at,
                why,
                memberId);
    }

    private static Member member(ResultSet row) throws SQLException {
        Instant left = Sql.instant(row, "left_at");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                Sql.instant(row, "invited_at"),
                Sql.instant(row, "joined_at"),
                left,
                row.getString("left_why"),
                row.getObject("package_id", UUID.class),
                row.getString("number"),
                left != null ? State.LEFT : state(row),
                row.getBoolean("overdue"),
                Sql.instant(row, "published_at"));
    }

    private static State state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return State.INVITED;
        }
        return switch (status) {
            case "FORMING", "CLOSED" -> State.IN_DECISION;
            case "SCHEDULED" -> row.getBoolean("hold") ? State.HOLD : row.getBoolean("go") ? State.GO : State.NO_GO;
            default -> State.valueOf(status);
        };
    }
}
