package lockstep.listing.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the journal keeps of a letter and its assessment. */
record ObservationsEvent(
        UUID observationsId, UUID proposalId, LocalDate receivedOn, String sender, String text, List<Point> points) {
    static ObservationsEvent of(Observations its) {
        return new ObservationsEvent(
                its.id(), its.proposalId(), its.receivedOn(), its.sender(), its.text(), its.points());
    }
}
