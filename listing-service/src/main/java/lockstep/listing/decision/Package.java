package lockstep.listing.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.kit.db.StoredMarking;
import lockstep.listing.decision.DecisionRefused.Reason;

/**
 * Proposals of one programme under one draft act, decided together; its hash is what every vote and record is bound to.
 * Its row is locked first by whatever changes it, its rounds or its entries.
 */
@Entity
@Table(name = "package")
public class Package extends PackageState {

    protected Package() {}

    Package(UUID id, Designation named, Draft of, Actor by, Instant at) {
        this.id = id;
        this.named = named;
        this.status = PackageStatus.FORMING;
        this.stage = of.stage();
        this.kinds = of.kinds();
        this.hash = of.hash();
        this.outvoted = List.of();
        this.originator = by.agency().code();
        this.formedBy = by.sub();
        this.formedAt = at;
        this.marking = StoredMarking.of(of.marking());
    }

    /** What a package takes from the proposals that it is formed of. */
    record Draft(String stage, String kinds, String hash, Marking marking) {}

    /** G12 (b): a package is carried by the oldest stage that one of its entries has passed, in another one perhaps. */
    void carriedSince(Instant passed) {
        if (passed != null && (stagePassedAt == null || passed.isBefore(stagePassedAt))) {
            stagePassedAt = passed;
        }
    }

    void entriesAre(PackageWay way, String newHash, Marking newMarking) {
        possible(way);
        hash = newHash;
        marking = StoredMarking.of(newMarking);
    }

    void dissolve(PackageWay way) {
        move(way, PackageStatus.DISSOLVED);
        windowEndsAt = null;
        release = null;
    }

    /** A scheduled package that loses an entry must be scheduled anew; so its release is not by halves. */
    void lostEntry(String newHash, Marking newMarking) {
        entriesAre(PackageWay.LOSE_ENTRY, newHash, newMarking);
        if (status == PackageStatus.SCHEDULED) {
            move(PackageWay.LOSE_ENTRY, PackageStatus.ADOPTED);
            release = null;
        }
    }

    void roundOpened() {
        move(PackageWay.OPEN_ROUND, PackageStatus.CLOSED);
    }

    void recorded() {
        move(PackageWay.RECORD, PackageStatus.CLOSED);
    }

    /** {@code next} null: that was the last stage. {@code window} null: no seat was outvoted or no window runs. */
    void stagePassed(String next, List<String> outvotedSeats, Instant window, Instant at) {
        move(PackageWay.PASS_STAGE, next == null ? PackageStatus.ADOPTED : PackageStatus.CLOSED);
        stage = next == null ? stage : next;
        stagePassedAt = at;
        outvoted = List.copyOf(outvotedSeats);
        windowEndsAt = window;
    }

    void failed(Instant window) {
        if (window == null) {
            move(PackageWay.FAIL, PackageStatus.DISSOLVED);
        } else {
            move(PackageWay.FAIL, PackageStatus.CLOSED);
            windowEndsAt = window;
        }
    }

    void takenUp(Instant window) {
        move(PackageWay.TAKE_UP, PackageStatus.CLOSED);
        windowEndsAt = window;
    }

    void escalated(String toStage) {
        move(PackageWay.ESCALATE, PackageStatus.CLOSED);
        stage = toStage;
        windowEndsAt = null;
        outvoted = List.of();
    }

    void lapsed() {
        move(PackageWay.LAPSE, PackageStatus.DISSOLVED);
        windowEndsAt = null;
    }

    void windowOver() {
        windowEndsAt = null;
    }

    void schedule(Instant at, LocalDate force, String itsCitation, Actor by, Instant now) {
        DecisionRefused.when(
                windowEndsAt != null && windowEndsAt.isAfter(now),
                Reason.WINDOW_IS_OPEN,
                "A seat that was outvoted may still escalate, until " + windowEndsAt + ".");
        DecisionRefused.when(!at.isAfter(now), Reason.RELEASE_IN_THE_PAST, "The moment of release must lie ahead.");
        move(PackageWay.SCHEDULE, PackageStatus.SCHEDULED);
        release = Release.ordered(at, force, itsCitation, by, now);
    }

    void unschedule() {
        move(PackageWay.UNSCHEDULE, PackageStatus.ADOPTED);
        release = null;
    }

    void hold(Actor by, String reason) {
        mustBeScheduled();
        release = release().held(by, reason);
    }

    void liftHold(Actor by) {
        release = release().lifted(by);
    }

    /** {@code then}: the instant that counts, of its embargo group or its own. */
    void go(Instant then, Instant now) {
        mustBeScheduled();
        DecisionRefused.when(!needsGo(then), Reason.NOT_IN_THIS_STATUS, "Its GO for " + then + " stands.");
        release = release().gone(then, now);
    }

    void inForce(LocalDate from) {
        release = release().inForce(from);
    }

    /** Kept back at T, or its embargo group has moved T since. */
    boolean needsGo(Instant then) {
        return status == PackageStatus.SCHEDULED
                && (release().goAt() == null || !release().at().equals(then));
    }

    void overdue(String why) {
        release = release().keptBack(why);
    }

    private void mustBeScheduled() {
        DecisionRefused.when(status != PackageStatus.SCHEDULED, Reason.NOT_IN_THIS_STATUS, "Nothing is scheduled.");
    }

    void published(Instant at) {
        move(PackageWay.PUBLISH, PackageStatus.PUBLISHED);
        publishedAt = at;
    }

    void wentStale(String firstStage) {
        move(PackageWay.GO_STALE, status == PackageStatus.FORMING ? PackageStatus.FORMING : PackageStatus.CLOSED);
        stage = firstStage;
        stagePassedAt = null;
        release = null;
    }

    void possible(PackageWay way) {
        if (!way.possibleFrom(status)) {
            throw new DecisionRefused(Reason.NOT_IN_THIS_STATUS, "Not possible while the package is " + status + ".");
        }
    }

    private void move(PackageWay way, PackageStatus to) {
        possible(way);
        if (!way.to().contains(to)) {
            throw new IllegalStateException(way + " doesn't lead to " + to);
        }
        status = to;
    }

    void mustBe(String hashRead) {
        DecisionRefused.when(!hash.equals(hashRead), Reason.STALE_PACKAGE, "The package has another content now.");
    }
}
