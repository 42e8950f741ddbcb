package lockstep.listing.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Question and answer about sets of readers and exhibits; only the refused pairs come back. */
public final class Refusals {
    private Refusals() {}

    /** {@code sub} null: the agency as such, with its ceiling. */
    public record Asker(String agency, String sub, String clearance, String seat) {}

    /** {@code reviewed}: programme of a proposal that is about to be submitted to these readers, or null. */
    public record Question(
            long after, List<Asker> readers, List<ExhibitRef> items, Set<UUID> caseIds, String reviewed) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Refused(String agency, String sub, UUID exhibitId, int version, String verdict) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Answer(List<Refused> refused) {}
}
