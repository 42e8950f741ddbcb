package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.SystemActor;
import lockstep.listing.correction.Corrections;
import lockstep.listing.decision.DueRelease;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Quotable;
import lockstep.listing.decision.Records;
import lockstep.listing.listing.Listing;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/**
 * Publishes a scheduled package at T, whole or not at all: one transaction makes every entry a listing. A second run
 * finds the package published and does nothing.
 */
@ApplicationScoped
public class ReleasePackage {
    private final DueRelease due;
    private final PublishEntry publishing;
    private final Corrections corrections;
    private final Records records;
    private final Programmes programmes;

    ReleasePackage(
            DueRelease due, PublishEntry publishing, Corrections corrections, Records records, Programmes programmes) {
        this.due = due;
        this.publishing = publishing;
        this.corrections = corrections;
        this.records = records;
        this.programmes = programmes;
    }

    /**
     * The package alone. G10, G11: T reached, this member's GO, no HOLD, no correction pending, what it quotes released for
     * that; else it stays scheduled, overdue, and says why.
     */
    @Transactional
    public void release(UUID packageId, Quotable quotable, SystemActor job) {
        Package its = due.take(packageId, job).orElse(null);
        if (its == null || due.waits(its.release().at(), quotable)) {
            return;
        }
        hindrance(its, its.release().at(), quotable, job)
                .ifPresentOrElse(why -> due.keepBack(its, why), () -> publish(its, job));
    }

    /** Why it can't be released at that instant, if so. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<String> hindrance(Package its, Instant at, Quotable quotable, SystemActor job) {
        return due.hindrance(
                its,
                at,
                quotable,
                () -> publishing.targetsStand(due.entries(its), job),
                () -> corrections.pendingIn(its.id()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void publish(Package its, SystemActor job) {
        Programme programme = programmes.require(its.programme());
        List<Listing.AuthorityRef> acts = records.adopting(its.id())
                .map(record -> record.instruments().stream()
                        .map(act -> new Listing.AuthorityRef(act.type(), act.number()))
                        .toList())
                .orElse(List.of());
        Instant out = due.out(its);
        // What is added by the act that renews the list has the term that the list has by it.
        Map<Boolean, List<Entry>> renews =
                due.entries(its).stream().collect(Collectors.partitioningBy(entry -> publishing.renews(entry, job)));
        Stream.of(true, false)
                .flatMap(which -> renews.get(which).stream())
                .forEach(entry -> publishing.publish(its, entry, programme, out, acts, job));
        due.published(its, job);
    }
}
