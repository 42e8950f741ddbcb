package lockstep.evidence.exhibit;

import java.util.List;
import java.util.Optional;
import lockstep.evidence.access.CaseAccess;

/** An exhibit as one reader sees it: with the versions that are visible to that reader, oldest first, never none. */
public record SeenExhibit(Exhibit exhibit, List<ExhibitVersion> versions, CaseAccess access) {

    public ExhibitVersion latest() {
        return versions.getLast();
    }

    public Optional<ExhibitVersion> version(int n) {
        return versions.stream().filter(version -> version.n() == n).findFirst();
    }
}
