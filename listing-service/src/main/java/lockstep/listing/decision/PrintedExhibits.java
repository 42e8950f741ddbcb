package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Principal;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.evidence.ExhibitRef;

/** What is to be asked before a package's texts are printed (G10); nothing before it is adopted, nor afterwards. */
@ApplicationScoped
class PrintedExhibits {
    private final Packages packages;
    private final Entries entries;

    PrintedExhibits(Packages packages, Entries entries) {
        this.packages = packages;
        this.entries = entries;
    }

    /** A question for evidence-service; {@code caseOf}: the exhibit versions, each with its case. */
    record Question(String programme, Map<ExhibitRef, UUID> caseOf) {}

    @ReadOnly
    Question of(UUID packageId, Principal reader) {
        Package its = packages.require(reader, packageId);
        boolean near = its.status() == PackageStatus.ADOPTED || its.status() == PackageStatus.SCHEDULED;
        return new Question(its.programme(), near ? entries.printed(packageId) : Map.of());
    }
}
