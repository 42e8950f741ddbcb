package lockstep.evidence.exhibit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;

/** All exhibits; whoever reads gets what the policy shows to him, and row-level security stands behind it. */
@ApplicationScoped
public class Exhibits implements PanacheRepositoryBase<Exhibit, UUID> {
    private static final int LAST_LOOKED_AT = 20;

    private final Access access;

    public Exhibits(Access access) {
        this.access = access;
    }

    public Optional<SeenExhibit> visibleTo(Actor actor, UUID id) {
        return seen(actor, findByIdOptional(id));
    }

    /** The same, locked until the transaction ends. */
    public Optional<SeenExhibit> lockedFor(Actor actor, UUID id) {
        return seen(actor, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The versions among these that the actor may see, in no order. */
    public List<ExhibitVersion> visibleTo(Actor actor, Collection<VersionRef> refs) {
        Map<UUID, CaseAccess> byCase = new HashMap<>();
        return withRefs(refs).stream()
                .filter(version -> mayRead(byCase.computeIfAbsent(version.caseId(), c -> access.of(actor, c)), version))
                .toList();
    }

    /** How the actor stands to a case. */
    CaseAccess access(Actor actor, UUID caseId) {
        return access.of(actor, caseId);
    }

    /** Exhibits of a case in the order in which they came, each with its visible versions, after a given one. */
    List<SeenExhibit> ofCaseVisibleTo(Actor actor, UUID caseId, UUID after, int limit) {
        // Asked for first: as a part of the question for versions, all versions of the case would be looked at.
        List<UUID> ids = getEntityManager()
                .createQuery(
                        "select x.id from Exhibit x where x.caseId = :caseId and x.id > :after order by x.id limit :limit",
                        UUID.class)
                .setParameter("caseId", caseId)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return ids.isEmpty() ? List.of() : allVisibleTo(actor, ids);
    }

    /** What the actor's agency described last in a case, as far as the actor sees it; of a pointer little is said. */
    Optional<ExhibitVersion> lastOf(Actor actor, UUID caseId) {
        CaseAccess inCase = access.of(actor, caseId);
        return getEntityManager()
                .createQuery(
                        "from ExhibitVersion v where v.caseId = :caseId and v.originator = :own"
                                + " and v.exhibit.pointer = false order by v.id desc limit :most",
                        ExhibitVersion.class)
                .setParameter("caseId", caseId)
                .setParameter("own", actor.agency().code())
                .setParameter("most", LAST_LOOKED_AT)
                .getResultStream()
                .filter(version -> mayRead(inCase, version))
                .findFirst();
    }

    /** Those of these exhibits that the actor sees, each with its visible versions, in the order of their ids. */
    List<SeenExhibit> allVisibleTo(Actor actor, Collection<UUID> ids) {
        Map<UUID, CaseAccess> byCase = new HashMap<>();
        return getEntityManager()
                .createQuery(
                        "select v from ExhibitVersion v join fetch v.exhibit where v.exhibit.id in :ids"
                                + " order by v.exhibit.id, v.n",
                        ExhibitVersion.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(version -> mayRead(byCase.computeIfAbsent(version.caseId(), c -> access.of(actor, c)), version))
                .collect(Collectors.groupingBy(ExhibitVersion::exhibit, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new SeenExhibit(
                        entry.getKey(),
                        entry.getValue(),
                        byCase.get(entry.getKey().caseId())))
                .toList();
    }

    /** All versions with these ids that the running transaction may read at all. */
    public List<ExhibitVersion> withRefs(Collection<VersionRef> refs) {
        Set<VersionRef> wanted = Set.copyOf(refs);
        Set<UUID> ids = wanted.stream().map(VersionRef::exhibitId).collect(Collectors.toSet());
        return getEntityManager()
                .createQuery(
                        "select v from ExhibitVersion v join fetch v.exhibit where v.exhibit.id in :ids",
                        ExhibitVersion.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(version -> wanted.contains(version.ref()))
                .toList();
    }

    private Optional<SeenExhibit> seen(Actor actor, Optional<Exhibit> exhibit) {
        return exhibit.map(found -> {
                    CaseAccess inCase = access.of(actor, found.caseId());
                    List<ExhibitVersion> versions = getEntityManager()
                            .createQuery(
                                    "from ExhibitVersion v where v.exhibit = :exhibit order by v.n",
                                    ExhibitVersion.class)
                            .setParameter("exhibit", found)
                            .getResultStream()
                            .filter(version -> mayRead(inCase, version))
                            .toList();
                    return new SeenExhibit(found, versions, inCase);
                })
                .filter(seen -> !seen.versions().isEmpty());
    }

    private static boolean mayRead(CaseAccess inCase, ExhibitVersion version) {
        return inCase.verdict(version.ref(), version.originator(), version.marking())
                .visible();
    }
}
