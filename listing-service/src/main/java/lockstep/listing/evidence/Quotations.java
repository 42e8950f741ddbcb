package lockstep.listing.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Question and answer about what a programme's printed text cites; only what it may not cite comes back. */
final class Quotations {
    private Quotations() {}

    record Question(String programme, List<ExhibitRef> items, Set<UUID> caseIds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<ExhibitRef> refused) {}
}
