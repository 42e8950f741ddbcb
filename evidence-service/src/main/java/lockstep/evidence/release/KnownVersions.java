package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.ReadOnly;

/** Of which versions somebody may ask for a release: those that it sees, and those that it knows by a citation alone. */
@ApplicationScoped
public class KnownVersions {
    private final Access access;

    KnownVersions(Access access) {
        this.access = access;
    }

    /** {@code about}: the versions in question, looked up by {@link HiddenVersions} before this transaction. */
    @ReadOnly
    public Set<VersionRef> of(UUID caseId, Collection<AskedVersion> about, Actor by) {
        return in(access.of(by, caseId), about);
    }

    static Set<VersionRef> in(CaseAccess inCase, Collection<AskedVersion> about) {
        return about.stream()
                .filter(its -> its.caseId().equals(inCase.caseId())
                        && inCase.knows(its.ref(), its.originator(), its.marking()))
                .map(AskedVersion::ref)
                .collect(Collectors.toSet());
    }
}
