package lockstep.listing.programme;

import java.util.List;
import java.util.Map;

/**
 * An urgent procedure: what is listed by it ends by itself unless it is confirmed (kind CONFIRM).
 *
 * @param term code of the term whose value makes a proposal urgent, e.g. the country whose listing it follows
 * @param lasts from the release
 * @param warnAtDays days after the release at which those who confirm are warned
 * @param extension by which it may be extended, once
 * @param reference act and section
 */
public record Urgency(String term, Span lasts, List<Integer> warnAtDays, Span extension, String reference) {

    public Urgency {
        warnAtDays = List.copyOf(warnAtDays);
    }

    public boolean appliesTo(Map<String, String> terms) {
        return !terms.getOrDefault(term, "").isBlank();
    }
}
