package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.listing.programme.Programme;

/**
 * What a package's and a round's way does to the proposals in it. The only door through which another feature changes a
 * proposal; each step is a verb of {@link Way} and has its own row in the history.
 */
@ApplicationScoped
public class PackageEffects {
    /** Said by the clock, so it is a word that pages translate. */
    static final String NOT_ESCALATED = "not-escalated-in-time";

    private final Proposals proposals;
    private final Parties parties;
    private final Deeds deeds;
    private final Event<Undone> undone;

    PackageEffects(Proposals proposals, Parties parties, Deeds deeds, Event<Undone> undone) {
        this.proposals = proposals;
        this.parties = parties;
        this.deeds = deeds;
        this.undone = undone;
    }

    public void entered(Collection<Proposal> entries, UUID packageId) {
        entries.forEach(its -> its.enter(packageId));
    }

    public void left(Proposal its) {
        its.leave();
    }

    public void roundOpened(Collection<Proposal> entries, Instant at) {
        entries.forEach(its -> its.move(Way.OPEN_ROUND, Status.DECIDING, at));
    }

    public void roundCancelled(Collection<Proposal> entries, Instant at) {
        entries.forEach(its -> its.move(Way.CANCEL_ROUND, Status.READY, at));
    }

    public void carvedOut(Proposal its, String why, Actor by, Instant at) {
        its.back(Way.CARVE_OUT, ReturnCode.CARVED_OUT, why, by.agency().code(), at);
        deeds.cameBack(its, "carved-out", ReturnCode.CARVED_OUT.name(), why);
        undone.fire(new Undone(its.id(), "carved out"));
    }

    /** {@code next} null: that was the last stage; it becomes law at {@code lawAt} (null: that stage adopts nothing). */
    public void stagePassed(
            Collection<Proposal> entries,
            Way way,
            String next,
            Programme programme,
            Instant lawAt,
            Principal by,
            Instant at) {
        for (Proposal its : entries) {
            its.goTo(way, next == null ? Status.APPROVED : Status.READY, next == null ? its.stage() : next, at);
            its.passed(at, lawAt);
            if (next == null) {
                proposals.flush();
                parties.admitPublishers(its, proposals.current(its, by).text(), programme, at);
            }
            deeds.followed(its, "stage-passed");
        }
    }

    /** {@code by} null: no person ended it. Why, the package's own row says to the electorate. */
    public void stageFailed(Collection<Proposal> entries, boolean escalates, String why, Actor by, Instant at) {
        for (Proposal its : entries) {
            if (escalates) {
                its.move(Way.FAIL_STAGE, Status.ESCALATED, at);
            } else {
                its.rejected(
                        Way.FAIL_STAGE, why, by == null ? null : by.agency().code(), at);
            }
            deeds.followed(its, "stage-failed");
            undone.fire(new Undone(its.id(), "stage failed"));
        }
    }

    public void notAdopted(Collection<Proposal> entries, String why, Actor by, Instant at) {
        for (Proposal its : entries) {
            its.rejected(Way.RECORD_NOT_ADOPTED, why, by.agency().code(), at);
            deeds.followed(its, "not-adopted");
            undone.fire(new Undone(its.id(), "not adopted"));
        }
    }

    public void leftOut(Proposal its, String why, Actor by, Instant at) {
        its.back(Way.RECORD_LEFT_OUT, ReturnCode.CARVED_OUT, why, by.agency().code(), at);
        deeds.cameBack(its, "left-out", ReturnCode.CARVED_OUT.name(), why);
        undone.fire(new Undone(its.id(), "left out"));
    }

    public void escalated(Collection<Proposal> entries, String toStage, Instant at) {
        for (Proposal its : entries) {
            its.goTo(Way.ESCALATE, Status.READY, toStage, at);
            its.passed(its.stagePassedAt(), null);
            deeds.followed(its, "escalated");
        }
    }

    public void lapsed(Collection<Proposal> entries, Instant at) {
        for (Proposal its : entries) {
            its.rejected(Way.LAPSE, NOT_ESCALATED, null, at);
            deeds.followed(its, "lapsed");
            undone.fire(new Undone(its.id(), "lapsed"));
        }
    }

    public void becameLaw(Collection<Proposal> entries, Instant at) {
        entries.forEach(its -> its.passed(its.stagePassedAt(), at));
    }

    public void scheduled(Collection<Proposal> entries, Instant at) {
        entries.forEach(its -> its.move(Way.SCHEDULE, Status.SCHEDULED, at));
    }

    public void unscheduled(Collection<Proposal> entries, Instant at) {
        entries.forEach(its -> its.move(Way.UNSCHEDULE, Status.APPROVED, at));
    }

    public void published(Collection<Proposal> entries, Instant at) {
        for (Proposal its : entries) {
            its.move(Way.PUBLISH, Status.PUBLISHED, at);
            deeds.followed(its, "published");
        }
    }

    /** G12 (b): back to the first stage, because the last passed one is too long ago. */
    public void wentStale(Collection<Proposal> entries, String firstStage, Instant at) {
        for (Proposal its : entries) {
            its.goTo(Way.GO_STALE, Status.READY, firstStage, at);
            its.passed(null, null);
            deeds.followed(its, "went-stale");
            undone.fire(new Undone(its.id(), "went stale"));
        }
    }
}
