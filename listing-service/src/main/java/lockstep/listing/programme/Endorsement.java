package lockstep.listing.programme;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who must stand behind a proposal beside its proposer before the lawyers see it.
 *
 * @param mode EACH: all the agencies but the proposing one; ANY: {@code count} of them, the proposing one apart
 * @param differs what must differ from the proposer; AGENCY excludes the proposing agency
 */
public record Endorsement(Mode mode, List<String> agencies, int count, Separation differs) {

    public enum Mode {
        EACH,
        ANY
    }

    public Endorsement {
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
        differs = differs == null ? Separation.AGENCY : differs;
    }

    /** True if an endorsement by this agency counts for a proposal of that one. */
    public boolean eligible(String proposing, String agency) {
        return agencies.contains(agency) && (differs != Separation.AGENCY || !agency.equals(proposing));
    }

    /** How many more endorsements are needed beside those of these agencies. */
    public int outstanding(String proposing, Collection<String> endorsed) {
        Set<String> counted = new LinkedHashSet<>(endorsed);
        counted.removeIf(agency -> !eligible(proposing, agency));
        int needed = mode == Mode.ANY ? count : candidates(proposing).size();
        return Math.max(0, needed - counted.size());
    }

    public boolean enough(String proposing, Collection<String> endorsed) {
        return outstanding(proposing, endorsed) == 0;
    }

    /** The agencies whose endorsement would count, in the programme's order. */
    public List<String> candidates(String proposing) {
        return agencies.stream().filter(agency -> eligible(proposing, agency)).toList();
    }
}
