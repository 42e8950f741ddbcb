package lockstep.evidence.access;

import java.util.UUID;

/** One version of an exhibit, as proposals cite it. */
public record VersionRef(UUID exhibitId, int version) {}
