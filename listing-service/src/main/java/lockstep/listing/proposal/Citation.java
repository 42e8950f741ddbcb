package lockstep.listing.proposal;

import java.util.UUID;

/** The exhibit version that a paragraph rests on, pinned by the SHA-256 (lower-case hex) of its bytes. */
public record Citation(UUID exhibitId, int version, String sha256) implements Comparable<Citation> {
    @Override
    public int compareTo(Citation other) {
        int byId = exhibitId.toString().compareTo(other.exhibitId.toString());
        return byId != 0 ? byId : Integer.compare(version, other.version);
    }
}
