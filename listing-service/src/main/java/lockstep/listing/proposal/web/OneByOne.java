package lockstep.listing.proposal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.Refusals;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Failures;
import lockstep.listing.proposal.ProposalRefused;
import org.jboss.logging.Logger;

/** One of many acts that a request asks for: with its own row in the history and its own refusal, so that it keeps no other back. */
@ApplicationScoped
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);
    private static final String UNFOUND = "EU:LIMITE";
    private static final int UNAUTHORIZED = 401;
    private static final int FAILED = 500;

    private final Attempt attempt;
    private final Refusals refusals;
    private final Acting acting;

    OneByOne(Attempt attempt, Refusals refusals, Acting acting) {
        this.attempt = attempt;
        this.refusals = refusals;
        this.acting = acting;
    }

    /** As the problem of the single act would say it. */
    public record Why(String reason, String detail) {}

    /** Empty where it is done. */
    public Optional<Why> attempt(String event, String aggregate, UUID id, int revision, Runnable command) {
        // Until it is found, what is refused is known to the actor's own agency alone, and not as the attempt before
        // it.
        String agency = acting.actor().agency().code();
        attempt.on(event, aggregate, id, revision, null, Protection.withinAgency(agency, UNFOUND));
        try {
            command.run();
            return Optional.empty();
        } catch (ProposalRefused refused) {
            String reason = ProposalRefusedMapper.word(refused);
            refusals.write(reason, refused.getMessage());
            return Optional.of(new Why(reason, refused.getMessage()));
        } catch (RuntimeException failed) {
            return Optional.of(failed(id, failed));
        }
    }

    /** What was done before it stands, so the answer must tell of it: a failure of one is told in its row too. */
    private static Why failed(UUID id, RuntimeException failure) {
        ProblemException problem = Failures.problem(failure);
        if (problem.status() == UNAUTHORIZED) {
            throw problem;
        }
        if (problem.status() >= FAILED) {
            LOG.errorf(failure, "one of many failed: %s", id);
        }
        return new Why(problem.reason(), problem.getMessage());
    }
}
