package lockstep.kit.journal;

import java.util.UUID;

/**
 * What happened to one aggregate, as the feature that did it tells the journal.
 *
 * @param type noun and past tense, e.g. {@code proposal.submitted}
 * @param schemaVersion of the payload under that type
 * @param programme its code, or null
 * @param seat the seat acted from, or null
 * @param payload a record, kept as canonical JSON
 */
public record JournalEntry(
        String type,
        int schemaVersion,
        String aggregateType,
        UUID aggregateId,
        int aggregateRevision,
        String programme,
        String seat,
        Protection protection,
        Object payload) {}
