package lockstep.listing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import lockstep.kit.testing.ServiceShape;
import lockstep.listing.proposal.PackageEffects;
import org.junit.jupiter.api.Test;

/** The service's shape: what may know what, and how things are called. */
class ArchitectureTest extends ServiceShape {
    ArchitectureTest() {
        super(
                "lockstep.listing",
                "lockstep.evidence..",
                "lockstep\\.listing\\.evidence\\.EvidenceFor(Caller|Service)(\\$.*)?");
    }

    @Test
    void only_deciding_moves_a_proposal_from_outside() {
        classes()
                .that()
                .areAssignableTo(PackageEffects.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("lockstep.listing.decision", "lockstep.listing.proposal")
                .check(service);
    }
}
