package lockstep.evidence.retention;

import java.time.Instant;

/**
 * What listing-service says rests on an exhibit.
 *
 * @param live a proposal that is not over, or a listing in effect, does
 * @param retainUntil by the programmes under which something did; null: by none
 */
public record Reliance(boolean live, Instant retainUntil) {}
