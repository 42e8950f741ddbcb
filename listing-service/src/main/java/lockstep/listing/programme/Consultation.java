package lockstep.listing.programme;

import java.util.List;

/**
 * Whom the proposer must have consulted before a round or record opens (G14); it has no veto.
 *
 * @param agencies those that consult each other: all but the proposing one are asked
 * @param reference act and section that ask for it
 */
public record Consultation(List<String> agencies, String reference) {

    public Consultation {
        agencies = List.copyOf(agencies);
    }

    /** Whom a proposal of this agency must have consulted. */
    public List<String> of(String proposing) {
        return agencies.stream().filter(agency -> !agency.equals(proposing)).toList();
    }
}
