package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.acting.Acting;

/**
 * What a request is about, looked up as the system, in a transaction of its own: whoever asks may not see more than that
 * the version exists, and the originator's journal row is protected by the version's marking all the same.
 */
@ApplicationScoped
public class HiddenVersions {
    private final AskedVersions versions;

    HiddenVersions(AskedVersions versions) {
        this.versions = versions;
    }

    public List<AskedVersion> of(Collection<VersionRef> refs) {
        Set<UUID> ids = refs.stream().map(VersionRef::exhibitId).collect(Collectors.toSet());
        return Acting.as(new SystemActor("release-request", ids), () -> versions.of(refs));
    }
}
