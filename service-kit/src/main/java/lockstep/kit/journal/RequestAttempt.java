package lockstep.kit.journal;

import jakarta.enterprise.context.RequestScoped;

/** Holds one request's attempt. */
@RequestScoped
class RequestAttempt {
    private JournalEntry entry;

    JournalEntry entry() {
        return entry;
    }

    void entry(JournalEntry entry) {
        this.entry = entry;
    }
}
