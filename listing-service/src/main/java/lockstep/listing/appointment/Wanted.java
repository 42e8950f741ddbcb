package lockstep.listing.appointment;

import java.time.Instant;
import java.util.List;

/**
 * What an agency's admin proposes: this person in this seat, or in this office, of a programme.
 *
 * @param instrument the decision by which the agency appoints, e.g. a letter's reference
 * @param from null: from now
 */
public record Wanted(
        String sub,
        String account,
        String programme,
        String seat,
        String office,
        boolean alternate,
        String instrument,
        Instant from,
        Instant to,
        Covers covers) {

    /** What an auditor's appointment reaches: cases in which one of these takes part. */
    public record Covers(List<String> agencies, List<String> programmes) {
        public static final Covers NOTHING = new Covers(List.of(), List.of());

        public Covers {
            agencies = agencies == null ? List.of() : List.copyOf(agencies);
            programmes = programmes == null ? List.of() : List.copyOf(programmes);
        }
    }

    public Wanted {
        covers = covers == null ? Covers.NOTHING : covers;
    }
}
