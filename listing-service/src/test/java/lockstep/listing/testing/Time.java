package lockstep.listing.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lockstep.kit.testing.Databases;

/** Lets a deadline, a window or a release date have come, by writing it into the past as nobody in the service can. */
public final class Time {
    private Time() {}

    public static void deadlineOf(UUID round) throws SQLException {
        past("update round set deadline = now() - interval '1 second' where id = ?", round);
    }

    /** Where no rule would let it fall. */
    public static void deadlineOf(UUID round, Instant at) throws SQLException {
        set("update round set deadline = ? where id = ?", at, round);
    }

    /** As if adopted and authorised for that moment, and then held. */
    public static void heldUntil(UUID pack, Instant at) throws SQLException {
        set("update package set status = 'SCHEDULED', hold_by = 'x', release_at = ? where id = ?", at, pack);
    }

    public static void windowOf(UUID pack) throws SQLException {
        past("update package set window_ends_at = now() - interval '1 second' where id = ?", pack);
    }

    public static void releaseOf(UUID pack) throws SQLException {
        past("update package set release_at = now() - interval '1 second' where id = ?", pack);
    }

    public static void releaseOf(UUID pack, Instant at) throws SQLException {
        set("update package set release_at = ? where id = ?", at, pack);
    }

    /** The agreed instant of a group lay so many hours ago, and what was authorised for it as well. */
    public static void embargoOf(UUID group, int hoursAgo) throws SQLException {
        past(
                "with its as (select id, release_at old, date_trunc('second', now()) - interval '1 second' - interval '"
                        + hoursAgo
                        + " hours' fresh from embargo_group where id = ?), packages as (update package k set release_at = fresh"
                        + " from its, embargo_member m where m.group_id = its.id and k.id = m.package_id"
                        + " and k.release_at = its.old)"
                        + " update embargo_group g set release_at = fresh from its where g.id = its.id",
                group);
    }

    /** As if it had been held three days later than it was. */
    public static void heldThreeDaysLater(UUID proposal) throws SQLException {
        past("update package_entry set left_at = left_at + interval '3 days' where proposal_id = ?", proposal);
    }

    public static void lapseOf(UUID listing) throws SQLException {
        past("update listing set lapses_at = now() - interval '1 second' where id = ?", listing);
    }

    /** The day before the end of its list's term is over. */
    public static void termOf(UUID listing) throws SQLException {
        past("update listing set expires_at = now() - interval '1 second' where id = ?", listing);
    }

    /** A correction's tacit period. */
    public static void correctionOf(UUID correction) throws SQLException {
        past("update correction set period_ends_at = now() - interval '1 second' where id = ?", correction);
    }

    /** The stage that was passed last is one that no longer carries a package. */
    public static void stagePassedLongAgo(UUID pack) throws SQLException {
        past("update package set stage_passed_at = now() - interval '91 days' where id = ?", pack);
    }

    private static void past(String update, UUID id) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, id);
            one(statement, id);
        }
    }

    private static void set(String update, Instant at, UUID id) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            one(statement, id);
        }
    }

    private static void one(PreparedStatement statement, UUID id) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new IllegalArgumentException("nothing has the id " + id);
        }
    }
}
