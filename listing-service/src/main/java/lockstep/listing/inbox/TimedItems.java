package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;

/** What waits with a time of its own beside votes: what people are reminded of stands in their inbox too. */
@ApplicationScoped
class TimedItems {
    private static final String MEDIATE = "select r.deadline" + Item.OF_PACKAGE + " from package k "
            + "join round r on r.package_id = k.id where r.status = 'STOPPED' and k.programme = ? and sees_package(k)"
            + " order by r.deadline limit 200";
    /** A seat lost its access to an exhibit and hasn't spoken: unless it regains it, the entry goes back at the deadline. */
    private static final String RESTORE_ACCESS = "select r.deadline" + Item.OF_PACKAGE + " from package k "
            + "join round r on r.package_id = k.id where r.status in ('OPEN', 'STOPPED') and k.programme = ?"
            + " and exists (select from seat_access_lost l where l.round_id = r.id) and sees_package(k)"
            + " order by r.deadline limit 200";

    private static final String FREE_RELEASE =
            "select coalesce(agreed_release(k.id), k.release_at)" + Item.OF_PACKAGE + " from package k "
                    + "where k.status = 'SCHEDULED' and k.hold_by is not null and k.programme = ?"
                    + " and sees_package(k) order by k.release_at limit 200";
    /** Outvoted seats may escalate what was adopted; after a failure each seat may. */
    private static final String ESCALATE = "select k.window_ends_at" + Item.OF_PACKAGE + " from package k "
            + "where k.window_ends_at > acting_now() and k.programme = ? and sees_package(k)"
            + " and (k.status <> 'ADOPTED' or ? = any (k.outvoted)) order by k.window_ends_at limit 200";

    private static final String REVIEW_HOLD = "select p.review_by" + Item.OF_PROPOSAL
            + " from proposal p where p.status = 'ON_HOLD' and p.review_by is not null"
            + " and p.programme = ? and sees_proposal(p) order by p.review_by limit 200";

    /** The renewal is adopted, and its release isn't ordered for a moment before the term ends, or didn't happen. */
    private static final String RELEASE_RENEWAL = "select late.due" + Item.OF_PACKAGE
            + " from package k cross join lateral (select term_outlasted(k.id) as due) late where k.programme = ?"
            + " and k.status in ('ADOPTED', 'SCHEDULED') and late.due <= ? and sees_package(k) order by late.due limit 200";

    private final Sql sql;
    private final InstantSource clock;

    TimedItems(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Item> ofOffices(String programme, Set<Office> offices) {
        List<Item> all = new ArrayList<>();
        if (offices.contains(Office.CHAIR)) {
            all.addAll(packages("mediate", MEDIATE, programme));
            all.addAll(packages("restore-access", RESTORE_ACCESS, programme));
            all.addAll(sql.rows(REVIEW_HOLD, Item.ofProposal("review-hold"), programme));
        }
        if (offices.contains(Office.CHAIR) || offices.contains(Office.PUBLISHER)) {
            all.addAll(packages("free-release", FREE_RELEASE, programme));
        }
        return all;
    }

    /** A list whose renewal isn't decided, from the first warning on. */
    List<Item> endingWithTheirList(Programme programme) {
        return sql.rows(
                "select expires_at, since from list_ending where programme = ? and expires_at <= ? order by expires_at",
                row -> new Item(
                        Sql.instant(row, 1),
                        "renew-in-time",
                        programme.code(),
                        programme.name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Sql.instant(row, 2)),
                programme.code(),
                programme.review().warnBefore().stream()
                        .map(before -> before.after(clock.instant(), programme.zone()))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH));
    }

    /** From the moment on in which the mails begin. */
    List<Item> renewalsToRelease(String programme) {
        return packages(
                "release-renewal", RELEASE_RENEWAL, programme, clock.instant().plus(Duration.ofDays(1)));
    }

    List<Item> ofSeat(String programme, String seat) {
        return packages("escalate", ESCALATE, programme, seat);
    }

    private List<Item> packages(String kind, String query, Object... values) {
        return sql.rows(query, Item.ofPackage(kind), values);
    }
}
