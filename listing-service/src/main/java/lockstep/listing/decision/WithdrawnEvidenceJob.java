package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.listing.decision.DuePackages.WithdrawnFrom;
import lockstep.listing.proposal.MaterialChange;
import org.jboss.logging.Logger;

/** Sends back what rests on an exhibit that was withdrawn (G12 a); safe on any number of replicas. */
@ApplicationScoped
public class WithdrawnEvidenceJob {
    private static final Logger LOG = Logger.getLogger(WithdrawnEvidenceJob.class);
    private static final String JOB = "withdrawn-evidence";

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
        for (WithdrawnFrom one : Acting.as(new SystemActor(JOB, Set.of()), due::withdrawn)) {
            SystemActor job = new SystemActor(JOB, Acting.as(new SystemActor(JOB, Set.of()), () -> claims(one)));
            try {
                Acting.as(job, () -> {
                    change.exhibitWithdrawn(one.proposalId(), job);
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "proposal %s did not go back", one.proposalId());
            }
        }
    }

    private Set<UUID> claims(WithdrawnFrom one) {
        Set<UUID> claims = new HashSet<>(due.claimsOfProposal(one.proposalId()));
        if (one.packageId() != null) {
            claims.addAll(due.claims(one.packageId()));
        }
        return claims;
    }
}
