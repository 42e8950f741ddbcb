package lockstep.listing.proposal;

import java.util.UUID;
import lockstep.auth.Principal;

/**
 * Fired inside the transaction in which a proposal is about to leave its package (held, withdrawn, returned or changed
 * materially), before its own verb: the package's round is cancelled and the entry taken out.
 */
public record Leaving(UUID proposalId, UUID packageId, String why, Principal by) {}
