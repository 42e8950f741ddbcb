package lockstep.listing.note;

import java.util.UUID;
import lockstep.auth.Audience;

/** What the history keeps of a note, for its audience alone. */
record NoteEvent(UUID noteId, String agency, Audience audience, String contentHash, String text) {
    static NoteEvent of(InternalNote its) {
        return new NoteEvent(its.id(), its.agency(), its.audience(), its.contentHash(), its.text());
    }
}
