package lockstep.listing.programme;

import java.util.regex.Pattern;

/**
 * An act that a recorded decision must name.
 *
 * @param form regular expression of its number, e.g. of {@code (CFSP) 2026/1847}
 * @param adoptedBy the rule of the body that adopts it, in words: Lockstep records it and doesn't count it
 */
public record Instrument(String code, String title, String form, String adoptedBy) {

    public boolean accepts(String number) {
        return number != null && Pattern.matches(form, number);
    }
}
