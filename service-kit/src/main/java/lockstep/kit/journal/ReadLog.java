package lockstep.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Records an opening or download before its content is served: where the row cannot be written, nothing is served. */
@ApplicationScoped
public class ReadLog {
    private final Journal journal;

    public ReadLog(Journal journal) {
        this.journal = journal;
    }

    /** In a transaction of its own, so that it stands whatever becomes of the answer. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public UUID read(JournalEntry entry) {
        return journal.write(List.of(entry), Outcome.READ).getFirst();
    }
}
