package lockstep.web.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One letter of a listed party; {@code assessed} null: not yet. */
public record ObservationsView(
        String id,
        String listingId,
        LocalDate receivedOn,
        String sender,
        String text,
        Hand registered,
        List<Point> points,
        Hand assessed,
        List<AllowedAction> allowedActions) {

    /** Who did something, and when. */
    public record Hand(String account, String agency, Instant at) {}

    /** One point that the party makes, and what was found on it. */
    public record Point(String point, String finding) {}

    /** True if the reader can assess it now. */
    public boolean isToAssess() {
        return allowedActions.stream().anyMatch(one -> one.allowed() && "assess".equals(one.action()));
    }
}
