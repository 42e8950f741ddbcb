package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.acting.DueWork;
import lockstep.listing.decision.DuePackages.WithdrawnFrom;
import lockstep.listing.proposal.MaterialChange;
import org.jboss.logging.Logger;

/** Sends back what rests on an exhibit that was withdrawn (G12 a); safe on any number of replicas. */
@ApplicationScoped
public class WithdrawnEvidenceJob {
    private static final String JOB = "withdrawn-evidence";
    private static final DueWork WORK = new DueWork(
            JOB,
            Logger.getLogger(WithdrawnEvidenceJob.class),
            "what rests on the withdrawn exhibit did not go back: %s");

    private final DuePackages due;
    private final MaterialChange change;

    WithdrawnEvidenceJob(DuePackages due, MaterialChange change) {
        this.due = due;
        this.change = change;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.withdrawn-evidence.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(due::withdrawn, this::claims, (one, job) -> change.exhibitWithdrawn(one.proposalId(), job));
    }

    private Set<UUID> claims(WithdrawnFrom one) {
        Set<UUID> claims = new HashSet<>(due.claimsOfProposal(one.proposalId()));
        if (one.packageId() != null) {
            claims.addAll(due.claims(one.packageId()));
        }
        return claims;
    }
}
