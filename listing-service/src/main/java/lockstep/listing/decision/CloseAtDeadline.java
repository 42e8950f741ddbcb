package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.evidence.Refusals;
import lockstep.listing.proposal.MaterialChange;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** Does what a package's time asks for, once: closes its round at the deadline, ends its window, sends it back as stale. */
@ApplicationScoped
class CloseAtDeadline {
    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final PackageEffects effects;
    private final Conclude conclude;
    private final SeatAccess access;
    private final MaterialChange change;
    private final Desk desk;

    CloseAtDeadline(
            Packages packages,
            Rounds rounds,
            Entries entries,
            PackageEffects effects,
            Conclude conclude,
            SeatAccess access,
            MaterialChange change,
            Desk desk) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.effects = effects;
        this.conclude = conclude;
        this.access = access;
        this.change = change;
        this.desk = desk;
    }

    /** {@code refused}: what silent seats can't open, asked of evidence-service before this transaction. */
    @Transactional
    void close(UUID packageId, List<Refusals.Refused> refused, SystemActor job) {
        Package its = packages.require(job, packageId);
        packages.getEntityManager().refresh(its, LockModeType.PESSIMISTIC_WRITE);
        Instant now = desk.now();
        rounds.live(packageId).filter(round -> round.over(now)).ifPresent(round -> roundOver(its, round, refused, job));
        if (its.windowEndsAt() != null && !its.windowEndsAt().isAfter(now)) {
            windowOver(its, job, now);
        }
        if (its.windowEndsAt() == null && rounds.live(packageId).isEmpty()) {
            goesStale(its, job, now);
        }
        packages.flush();
    }

    /** G12 (a): a seat that could not read what it was silent on has neither consented nor stayed away. */
    private void roundOver(Package its, Round round, List<Refusals.Refused> refused, SystemActor job) {
        Set<ExhibitRef> lost = access.lost(round, refused).stream()
                .map(SeatAccess.Lost::exhibit)
                .collect(Collectors.toSet());
        if (lost.isEmpty()) {
            conclude.atDeadline(its, round, job);
        } else {
            entries.citing(its.id(), lost).forEach(entry -> change.accessLost(entry, job));
        }
    }

    private void goesStale(Package its, SystemActor job, Instant now) {
        List<Proposal> proposals = desk.proposals(its, job);
        boolean possible = PackageWay.GO_STALE.possibleFrom(its.status());
        if (!possible || !NotStale.stale(its, proposals, now)) {
            return;
        }
        String first =
                desk.programme(its).firstStage(proposals.getFirst().kind()).code();
        its.wentStale(first);
        effects.wentStale(proposals, first, now);
        packages.flush();
        desk.done(its, "package.went-stale", null, desk.read(its, null));
    }

    private void windowOver(Package its, SystemActor job, Instant now) {
        List<Proposal> proposals = desk.proposals(its, job);
        DecisionEvent payload = desk.read(its, null);
        if (its.status() == PackageStatus.ADOPTED) {
            its.windowOver();
        } else {
            effects.lapsed(proposals, now);
            entries.of(its.id()).forEach(entry -> entry.leave("lapsed", now));
            its.lapsed();
        }
        packages.flush();
        desk.done(its, "package.window-over", null, payload);
    }
}
