package lockstep.listing.proposal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.Refusals;
import lockstep.listing.proposal.ProposalRefused;

/** One of many acts that a request asks for: with its own row in the history and its own refusal, so that it keeps no other back. */
@ApplicationScoped
public class OneByOne {
    private static final String UNFOUND = "EU:LIMITE";

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
        }
    }
}
