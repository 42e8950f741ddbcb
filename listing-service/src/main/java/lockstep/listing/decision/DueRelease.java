package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.listing.proposal.PackageEffects;

/** What the release at T needs of a package: take it once, say why not, or mark it published with its entries. */
@ApplicationScoped
public class DueRelease {
    private final Packages packages;
    private final Entries entries;
    private final PackageEffects effects;
    private final Desk desk;

    DueRelease(Packages packages, Entries entries, PackageEffects effects, Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.effects = effects;
        this.desk = desk;
    }

    /** The package under its lock; empty if it is no longer due, because another replica released it first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Package> take(UUID id, SystemActor job) {
        Optional<Package> found = packages.visibleTo(job, id);
        found.ifPresent(its -> packages.getEntityManager().refresh(its, LockModeType.PESSIMISTIC_WRITE));
        return found.filter(its -> its.status() == PackageStatus.SCHEDULED
                && its.release().overdue() == null
                && !its.release().at().isAfter(desk.now()));
    }

    /** Why it can't be released (G11), {@code targetsStand}: each listing that it amends or removes is in force; if so it is marked overdue and waits for a new GO. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> refusedFor(Package its, boolean targetsStand) {
        String why = its.release().held()
                ? "held"
                : its.release().goAt() == null ? "no GO" : targetsStand ? null : "a listing it is about has ended";
        if (why != null) {
            its.overdue(why);
            packages.flush();
            desk.done(its, "package.overdue", null, desk.read(its, null).saying(null, why, null, null));
        }
        return Optional.ofNullable(why);
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
