package lockstep.listing.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;

/** The agency that wrote a note lets the electorate, or all who take part in the case, read it; there is no way back. */
@ApplicationScoped
public class WidenNote {
    private final InternalNotes notes;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    WidenNote(InternalNotes notes, Journal journal, Attempt attempt, InstantSource clock) {
        this.notes = notes;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public InternalNote widen(UUID id, Audience to, Actor actor) {
        InternalNote its = notes.requireForChange(id);
        Subject on = notes.subject(its, actor);
        attempt.on(
                "note.widened",
                on.type(),
                on.id(),
                on.revision(),
                on.programme(),
                on.protection(its.audience(), its.agency()));
        its.widen(to, actor, clock.instant());
        notes.flush();
        journal.append(new JournalEntry(
                "note.widened",
                1,
                on.type(),
                on.id(),
                on.revision(),
                on.programme(),
                null,
                on.protection(to, its.agency()),
                NoteEvent.of(its)));
        return its;
    }
}
