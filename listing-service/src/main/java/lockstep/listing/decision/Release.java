package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;

/**
 * When a package is released, by whose order, and what keeps it back; all null until it is scheduled.
 *
 * @param at the instant T
 * @param citation where the authority prints it, for programmes whose acts Lockstep doesn't record
 * @param goAt since when it may go; null after it was kept back at T
 * @param overdue why it was not released at T, or null
 */
@Embeddable
public record Release(
        @Column(name = "release_at") Instant at,
        @Column(name = "in_force") LocalDate inForce,
        String citation,
        @Column(name = "scheduled_by") String scheduledBy,
        @Column(name = "go_at") Instant goAt,
        @Column(name = "hold_by") String holdBy,
        @Column(name = "hold_account") String holdAccount,
        @Column(name = "hold_reason") String holdReason,
        String overdue) {

    /** What a job needs to come round at T; later, something kept the release back or the service was down. */
    private static final Duration ON_TIME = Duration.ofMinutes(1);

    static final Release NONE = new Release(null, null, null, null, null, null, null, null, null);

    static Release ordered(Instant at, LocalDate inForce, String citation, Actor by, Instant now) {
        return new Release(at, inForce, citation, by.sub(), now, null, null, null, null);
    }

    /** Since when what is published now is public: T, or this moment where T has long gone by. */
    public Instant outAt(Instant now) {
        return onTime(at, now) ? at : now;
    }

    static boolean onTime(Instant at, Instant now) {
        return !now.isAfter(at.plus(ON_TIME));
    }

    Release held(Actor by, String reason) {
        DecisionRefused.when(held(), Reason.ON_HOLD, "The release is held already.");
        return new Release(at, inForce, citation, scheduledBy, goAt, by.sub(), by.account(), reason, overdue);
    }

    Release lifted(Actor by) {
        DecisionRefused.when(!held(), Reason.NOT_ON_HOLD, "The release isn't held.");
        DecisionRefused.when(!by.sub().equals(holdBy), Reason.HOLD_OF_ANOTHER, "Whoever set a hold lifts it.");
        return new Release(at, inForce, citation, scheduledBy, goAt, null, null, null, overdue);
    }

    /** {@code then}: the instant that the GO is for; another one than before where the embargo group has moved it. */
    Release gone(Instant then, Instant now) {
        return new Release(then, inForce, citation, scheduledBy, now, holdBy, holdAccount, holdReason, null);
    }

    Release inForce(LocalDate from) {
        return new Release(at, from, citation, scheduledBy, goAt, holdBy, holdAccount, holdReason, overdue);
    }

    Release keptBack(String why) {
        return new Release(at, inForce, citation, scheduledBy, null, holdBy, holdAccount, holdReason, why);
    }

    public boolean held() {
        return holdBy != null;
    }
}
