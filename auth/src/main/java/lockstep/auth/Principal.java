package lockstep.auth;

/** Whoever acts: a person, or the system itself by one of its jobs. */
public sealed interface Principal permits Actor, SystemActor {
    /** What the journal writes as its actor: a person's {@code sub}, or {@code system:<job>}. */
    String pseudonym();
}
