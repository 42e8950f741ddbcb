package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.auth.SystemActor;
import lockstep.listing.decision.PrintedExhibits.Question;
import lockstep.listing.evidence.Evidence;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import org.jboss.logging.Logger;

/**
 * Asks evidence-service which exhibits the print of a package may not cite (G10). It goes over the network, so never within
 * a transaction; where there is no answer that is the answer, and whoever relies on it refuses or waits.
 */
@ApplicationScoped
public class AskQuotable {
    private static final Logger LOG = Logger.getLogger(AskQuotable.class);

    private final PrintedExhibits printed;
    private final Evidence evidence;

    AskQuotable(PrintedExhibits printed, Evidence evidence) {
        this.printed = printed;
        this.evidence = evidence;
    }

    /** With the titles that the actor may see. */
    public Quotable forPerson(UUID packageId, Actor actor) {
        return ask(packageId, actor, true);
    }

    public Quotable forJob(UUID packageId, SystemActor job) {
        return ask(packageId, job, false);
    }

    private Quotable ask(UUID packageId, Principal asking, boolean named) {
        Question question = printed.of(packageId, asking);
        if (question.caseOf().isEmpty()) {
            return Quotable.ALL;
        }
        try {
            Set<UUID> cases = new TreeSet<>(question.caseOf().values());
            List<ExhibitRef> refused =
                    evidence.unquotable(question.programme(), question.caseOf().keySet(), cases);
            Map<ExhibitRef, ExhibitFacts> facts = named && !refused.isEmpty() ? evidence.lookup(refused) : Map.of();
            return new Quotable(
                    true,
                    refused.stream()
                            .map(ref ->
                                    Quotable.Refused.of(ref, question.caseOf().get(ref), facts.get(ref)))
                            .toList());
        } catch (RuntimeException unanswered) {
            LOG.warnf(unanswered, "evidence-service didn't say what package %s may cite in print", packageId);
            return Quotable.UNKNOWN;
        }
    }
}
