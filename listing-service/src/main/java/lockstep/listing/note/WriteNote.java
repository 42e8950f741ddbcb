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
import lockstep.kit.journal.Protection;

/** Notes something on a proposal or a package for the actor's own agency alone. */
@ApplicationScoped
public class WriteNote {
    private final InternalNotes notes;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    WriteNote(InternalNotes notes, Journal journal, Attempt attempt, InstantSource clock) {
        this.notes = notes;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public InternalNote write(boolean onPackage, UUID id, String text, Actor actor) {
        Subject on = notes.subject(onPackage, id, actor);
        Protection protection = on.protection(Audience.AGENCY, actor.agency().code());
        attempt.on("note.written", on.type(), on.id(), on.revision(), on.programme(), protection);
        InternalNote written = new InternalNote(on, text, actor, clock.instant());
        notes.persistAndFlush(written);
        journal.append(new JournalEntry(
                "note.written",
                1,
                on.type(),
                on.id(),
                on.revision(),
                on.programme(),
                null,
                protection,
                NoteEvent.of(written)));
        return written;
    }
}
