package lockstep.listing.change;

import java.util.List;
import java.util.UUID;

/**
 * That something has changed, and not what: its reader asks for it anew.
 *
 * @param id of the last row of the history that this tells of, by which a stream is resumed
 */
public record Change(UUID id, List<Thing> things) {

    /** {@code kind}: case, proposal, package or round. */
    public record Thing(String kind, UUID id) {}
}
