package lockstep.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.kit.acting.Acting;

/** Journals what was refused, in a transaction of its own, before the refusal is answered. */
@ApplicationScoped
public class Refusals {
    static final String DENIED = "access.denied";
    private static final String LEVEL = "EU:LIMITE";

    private final Journal journal;
    private final Attempt attempt;
    private final Acting acting;

    public Refusals(Journal journal, Attempt attempt, Acting acting) {
        this.journal = journal;
        this.attempt = attempt;
        this.acting = acting;
    }

    /** What a {@code REFUSED} row says: a word for machines, and a sentence that may name what its reader may see. */
    public record Refusal(String code, String text) {}

    /**
     * Under the protection of what was attempted; where that is not known, as {@code access.denied} which the actor's
     * own agency alone may see.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public UUID write(String reason, String detail) {
        Refusal refusal = new Refusal(reason, detail);
        JournalEntry refused = attempt.made()
                .map(made -> new JournalEntry(
                        made.type(),
                        made.schemaVersion(),
                        made.aggregateType(),
                        made.aggregateId(),
                        made.aggregateRevision(),
                        made.programme(),
                        made.seat(),
                        made.protection(),
                        refusal))
                .orElseGet(() -> denied(refusal));
        return journal.write(List.of(refused), Outcome.REFUSED).getFirst();
    }

    private JournalEntry denied(Refusal refusal) {
        Principal principal = acting.principal();
        String agency = principal instanceof Actor person ? person.agency().code() : null;
        return new JournalEntry(
                DENIED, 1, "request", null, 0, null, null, Protection.withinAgency(agency, LEVEL), refusal);
    }
}
