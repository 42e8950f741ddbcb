package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import lockstep.auth.SystemActor;
import lockstep.listing.casefile.WhyNot;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.proposal.PackageEffects;

/** What the release at T needs of a package: take it once, say why not, or mark it published with its entries. */
@ApplicationScoped
public class DueRelease {
    private final Packages packages;
    private final Entries entries;
    private final PackageEffects effects;
    private final AgreedRelease agreed;
    private final Desk desk;

    DueRelease(Packages packages, Entries entries, PackageEffects effects, AgreedRelease agreed, Desk desk) {
        this.packages = packages;
        this.agreed = agreed;
        this.entries = entries;
        this.effects = effects;
        this.desk = desk;
    }

    /**
     * The package under its lock; empty if it isn't due by itself, because another replica released it first or because it
     * is released with an embargo group.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Package> take(UUID id, SystemActor job) {
        return locked(id, job)
                .filter(its -> its.status() == PackageStatus.SCHEDULED
                        && its.release().overdue() == null
                        && !its.release().at().isAfter(desk.now())
                        && agreed.of(id).isEmpty());
    }

    /**
     * A member of an embargo group under its lock; empty if it is published or dissolved. Fails where the job has not claimed
     * it, because it joined after the job looked: then the next run has it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Package> takeMember(UUID id, SystemActor job) {
        Package its = locked(id, job).orElseThrow(() -> new IllegalStateException("not claimed: " + id));
        return Optional.of(its).filter(one -> !one.status().over());
    }

    private Optional<Package> locked(UUID id, SystemActor job) {
        Optional<Package> found = packages.visibleTo(job, id);
        found.ifPresent(its -> packages.getEntityManager().refresh(its, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** For the moment that a job is given to come round at T, evidence-service is waited for; then the package says so. */
    public boolean waits(Instant at, Quotable quotable) {
        return !quotable.known() && Release.onTime(at, desk.now());
    }

    /**
     * Why it can't be released at that instant (G10, G11).
     *
     * @param quotable what the print may not cite, asked of evidence-service once T had come
     * @param targetsStand each listing that it amends or removes is in force; read only where nothing else hinders
     * @param correctionPending a formal correction of an entry waits for a lawyer or for its period
     */
    public Optional<String> hindrance(
            Package its,
            Instant at,
            Quotable quotable,
            BooleanSupplier targetsStand,
            BooleanSupplier correctionPending) {
        if (its.status() != PackageStatus.SCHEDULED) {
            return Optional.of("not scheduled");
        }
        if (its.release().held()) {
            return Optional.of("held");
        }
        if (its.release().goAt() == null || !its.release().at().equals(at)) {
            return Optional.of("no-go");
        }
        if (!targetsStand.getAsBoolean()) {
            return Optional.of("target-ended");
        }
        Reason closed = quotable.whyNot(() -> entries.printed(its.id()).keySet());
        if (closed != null) {
            return Optional.of(WhyNot.word(closed));
        }
        return correctionPending.getAsBoolean() ? Optional.of("correction-pending") : Optional.empty();
    }

    /** Marks a scheduled package that wasn't released at T; from then on it waits for a new GO. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepBack(Package its, String why) {
        if (its.status() == PackageStatus.SCHEDULED) {
            its.overdue(why);
            packages.flush();
            desk.done(its, "package.overdue", null, desk.read(its, null).saying(null, why, null, null));
        }
    }

    /** Since when what is published now is public. */
    public Instant out(Package its) {
        return its.release().outAt(desk.now());
    }

    public List<Entry> entries(Package its) {
        return entries.of(its.id());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void published(Package its, SystemActor job) {
        effects.published(desk.proposals(its, job), desk.now());
        its.published(desk.now());
        packages.flush();
        desk.done(its, "package.published", null, desk.read(its, null));
    }
}
