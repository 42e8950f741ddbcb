package lockstep.web.services;

import java.time.Instant;

/** What an exhibit was found in, and whether it is opened into parts of its own. */
public record PartsView(PartOf partOf, Opening opening, boolean container, boolean openable, String reason) {

    /** The container, and where the part stood in it. */
    public record PartOf(String exhibitId, int version, String title, String path) {}

    /** The batch tells the parts and what failed. */
    public record Opening(
            String batchId, String state, String reason, Instant askedAt, String account, Instant doneAt) {}

    /** Something is to be said of it. */
    public boolean told() {
        return partOf != null || container;
    }

    /** As the other acts of an exhibit. */
    public AllowedAction act() {
        return new AllowedAction("open-parts", openable, reason, null);
    }
}
