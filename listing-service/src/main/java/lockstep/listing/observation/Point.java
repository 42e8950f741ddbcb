package lockstep.listing.observation;

/** One point that the party makes, and what the authority finds on it. */
public record Point(String point, String finding) {}
