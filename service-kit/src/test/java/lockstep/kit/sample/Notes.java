package lockstep.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.ReadLog;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;

/** The sample's use cases and queries. */
@ApplicationScoped
public class Notes {
    private final EntityManager entities;
    private final Sql sql;
    private final Journal journal;
    private final ReadLog readLog;
    private final Attempt attempt;

    Notes(EntityManager entities, Sql sql, Journal journal, ReadLog readLog, Attempt attempt) {
        this.entities = entities;
        this.sql = sql;
        this.journal = journal;
        this.readLog = readLog;
        this.attempt = attempt;
    }

    /** What a reader gets. */
    public record View(UUID id, long version, String owner, String text) {}

    /** What the journal keeps. */
    public record Written(String text) {}

    static Protection protection(String agency, UUID caseId) {
        return new Protection(
                caseId, null, agency, Marking.releasedTo("EU:LIMITE", List.of("EU27")), Audience.CASE, null);
    }

    @Transactional
    public View write(Actor actor, String text) {
        Note note = new Note(
                UUID.randomUUID(), actor.agency().code(), text, Marking.releasedTo("EU:LIMITE", List.of("EU27", "US")));
        entities.persist(note);
        journal.append(entry("note.written", note.id, note.owner, new Written(text)));
        return view(note);
    }

    @Transactional
    public View change(UUID id, String text) {
        Note note = found(id);
        note.text = text;
        entities.flush();
        return view(note);
    }

    @Transactional
    public void close(UUID id) {
        Note note = found(id);
        attempt.on("note.closed", "note", id, 3, "P", protection(note.owner, id));
        note.text = "never committed " + id;
        throw new NoteRefused("this note is closed already");
    }

    @ReadOnly
    public Page<View> list(Cursor after, Limit limit) {
        List<View> rows = sql.rows(
                "select id, version, owner, text from note where text > ? order by text limit ?",
                row -> new View(row.getObject(1, UUID.class), row.getLong(2), row.getString(3), row.getString(4)),
                after == null ? "" : after.text(0),
                limit.plusOne());
        return Page.of(rows, limit, row -> Cursor.of(row.text()));
    }

    @ReadOnly
    public View one(UUID id) {
        View view = view(found(id));
        readLog.read(entry("note.read", id, view.owner(), null));
        return view;
    }

    @ReadOnly
    public void writeInReadOnly(Actor actor) {
        write(actor, "written while reading");
    }

    static JournalEntry entry(String type, UUID id, String agency, Object payload) {
        return new JournalEntry(type, 1, "note", id, 1, "P", null, protection(agency, id), payload);
    }

    private Note found(UUID id) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw ProblemException.notFound();
        }
        return note;
    }

    private static View view(Note note) {
        return new View(note.id, note.version, note.owner, note.text);
    }
}
