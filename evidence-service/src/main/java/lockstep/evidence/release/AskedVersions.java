package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.kit.db.ReadOnly;

/** What the running transaction may read of the versions that are asked for. */
@ApplicationScoped
class AskedVersions {
    private final Exhibits exhibits;

    AskedVersions(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    @ReadOnly
    List<AskedVersion> of(Collection<VersionRef> refs) {
        return exhibits.withRefs(refs).stream().map(AskedVersion::of).toList();
    }
}
