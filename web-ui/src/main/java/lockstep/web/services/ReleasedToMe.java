package lockstep.web.services;

import java.time.Instant;

/** Under which conditions the reader may read a version by a release. */
public record ReleasedToMe(int version, String to, Instant since, Instant until, String purpose, boolean noOnward) {}
