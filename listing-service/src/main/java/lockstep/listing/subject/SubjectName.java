package lockstep.listing.subject;

/**
 * A target by its names, as lists show it.
 *
 * @param nativeName in its country's own script, or null
 * @param nativeLanguage BCP 47 tag of that name, or null
 * @param country ISO 3166 alpha-2
 */
public record SubjectName(String name, String nativeName, String nativeLanguage, String country) {}
