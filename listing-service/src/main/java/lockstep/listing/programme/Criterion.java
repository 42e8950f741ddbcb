package lockstep.listing.programme;

/**
 * A legal test of which at least one must be met.
 *
 * @param reference act and article
 * @param toBeConfirmed no source was found for the wording or the article: not to be quoted as law
 */
public record Criterion(String code, String text, String reference, boolean toBeConfirmed) {}
