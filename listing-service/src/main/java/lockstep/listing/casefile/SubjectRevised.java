package lockstep.listing.casefile;

import java.util.UUID;
import lockstep.auth.Actor;

/** Fired inside the transaction that changes a subject's text; an observer may refuse by throwing. */
public record SubjectRevised(UUID subjectId, boolean materialChange, Actor by) {}
