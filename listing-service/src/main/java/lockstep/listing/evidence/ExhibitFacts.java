package lockstep.listing.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Marking;

/**
 * What evidence-service tells of an exhibit version to somebody who may see it.
 *
 * @param releasedTo agencies that a release lets open it though its marking doesn't; asked where that matters, else empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExhibitFacts(
        UUID exhibitId,
        int version,
        UUID caseId,
        String title,
        String sha256,
        String sourceType,
        String sourceUrl,
        String originator,
        String relianceUse,
        Marking marking,
        String state,
        Set<String> releasedTo) {

    private static final Set<String> GONE = Set.of("WITHDRAWN", "DISPOSED", "FROZEN");

    public ExhibitFacts {
        releasedTo = releasedTo == null ? Set.of() : Set.copyOf(releasedTo);
    }

    public ExhibitFacts releasedTo(Set<String> agencies) {
        return new ExhibitFacts(
                exhibitId,
                version,
                caseId,
                title,
                sha256,
                sourceType,
                sourceUrl,
                originator,
                relianceUse,
                marking,
                state,
                agencies);
    }

    /** By its originator, disposed of, or frozen as spilled: nothing new may rest on it. */
    public boolean withdrawn() {
        return GONE.contains(state);
    }

    public ExhibitRef ref() {
        return new ExhibitRef(exhibitId, version);
    }
}
