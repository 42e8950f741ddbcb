package lockstep.e2e.voting;

import java.util.UUID;

/** A round that waits for votes, with the hash of the package that its voters read. */
public record OpenRound(UUID id, String packageHash) {}
