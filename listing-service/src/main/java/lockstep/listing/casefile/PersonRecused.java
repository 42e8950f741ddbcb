package lockstep.listing.casefile;

import java.util.UUID;
import lockstep.auth.Actor;

/** Fired inside the transaction of a recusal, before the case becomes invisible to the person. */
public record PersonRecused(UUID caseId, Actor person) {}
