package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.decision.DueRelease;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Quotable;
import lockstep.listing.embargo.EmbargoGroup;
import lockstep.listing.embargo.EmbargoGroups;
import lockstep.listing.embargo.Members;
import lockstep.listing.embargo.Mode;

/**
 * Publishes the packages of an embargo group at its instant in one transaction: all of them, or as the group's mode says
 * where one isn't ready. Nobody's listing appears before the others' in a release of all.
 */
@ApplicationScoped
public class ReleaseGroup {
    private static final String OTHERS = "others-not-ready";

    private final EmbargoGroups groups;
    private final Members members;
    private final DueRelease due;
    private final ReleasePackage releasing;
    private final InstantSource clock;

    ReleaseGroup(EmbargoGroups groups, Members members, DueRelease due, ReleasePackage releasing, InstantSource clock) {
        this.groups = groups;
        this.members = members;
        this.due = due;
        this.releasing = releasing;
        this.clock = clock;
    }

    /**
     * Locks the group, then its packages in the order of their ids; a second run finds them published.
     *
     * @param quotable of each package that the job has claimed
     */
    @Transactional
    public void release(UUID groupId, Map<UUID, Quotable> quotable, SystemActor job) {
        Instant now = clock.instant();
        EmbargoGroup group = groups.take(groupId)
                .filter(its -> !its.releaseAt().isAfter(now))
                .orElse(null);
        if (group == null || quotable.values().stream().anyMatch(its -> due.waits(group.releaseAt(), its))) {
            return;
        }
        List<UUID> together = members.packages(groupId);
        if (!quotable.keySet().containsAll(together)) {
            // One joined since evidence-service was asked: the next run asks about it too.
            return;
        }
        Map<Package, Optional<String>> hindrances = new LinkedHashMap<>();
        for (UUID id : together) {
            due.takeMember(id, job)
                    .ifPresent(its ->
                            hindrances.put(its, releasing.hindrance(its, group.releaseAt(), quotable.get(id), job)));
        }
        boolean allReady = hindrances.values().stream().allMatch(Optional::isEmpty);
        boolean alone = group.aloneAt() != null && !group.aloneAt().isAfter(now);
        if (!allReady) {
            keepBack(group, hindrances, now);
        }
        if (allReady || alone) {
            ready(hindrances).forEach(its -> releasing.publish(its, job));
        }
    }

    /** Which packages take part now, to be asked about before they are locked. */
    @ReadOnly
    public List<UUID> packages(UUID groupId) {
        return members.packages(groupId);
    }

    private static List<Package> ready(Map<Package, Optional<String>> hindrances) {
        return hindrances.keySet().stream()
                .filter(its -> hindrances.get(its).isEmpty())
                .toList();
    }

    /** Only once: a GO that is given anew after that must stand while the others are waited for. */
    private void keepBack(EmbargoGroup group, Map<Package, Optional<String>> hindrances, Instant now) {
        hindrances.forEach((its, why) -> {
            if (why.isPresent() && its.release().overdue() == null) {
                due.keepBack(its, why.get());
            } else if (group.mode() == Mode.ALL_OR_NONE && group.keptBackAt() == null) {
                due.keepBack(its, OTHERS);
            }
        });
        group.keptBack(now);
    }
}
