package lockstep.kit.feed;

/** How far a service has applied its peer's feed. */
public record Reached(long position) {}
