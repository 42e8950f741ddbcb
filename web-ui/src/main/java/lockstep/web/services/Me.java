package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** The person who is logged in, with the seats and offices that appointments give. */
public record Me(
        String sub,
        String account,
        AgencyRow agency,
        String clearance,
        List<String> roles,
        Instant level2Until,
        List<Seat> seats,
        List<Office> offices) {

    /** A seat that the person votes for. */
    public record Seat(String programme, String seat, boolean alternate) {}

    /** An office of a programme that the person holds. */
    public record Office(String programme, String office) {}

    public boolean has(String role) {
        return roles.contains(role);
    }
}
