package lockstep.listing.casefile;

import java.util.UUID;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;

/** The shape of a case's own rows in the history: of no programme and no seat. */
final class CaseHistory {
    private CaseHistory() {}

    static JournalEntry entry(
            String type, String aggregate, UUID id, int revision, Protection protection, Object payload) {
        return new JournalEntry(type, 1, aggregate, id, revision, null, null, protection, payload);
    }
}
