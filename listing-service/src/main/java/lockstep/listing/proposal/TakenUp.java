package lockstep.listing.proposal;

import lockstep.auth.Actor;

/**
 * Fired inside the transaction in which a held proposal comes back to ESCALATED: it needs a package that can be escalated and
 * a window in which that is possible.
 */
public record TakenUp(Proposal proposal, Actor by) {}
