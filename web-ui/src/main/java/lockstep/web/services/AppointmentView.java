package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** A person's seat or office in a programme, from when to when, and who proposed and confirmed it. */
public record AppointmentView(
        String id,
        String status,
        String sub,
        String account,
        String agency,
        String programme,
        String seat,
        String office,
        boolean alternate,
        Instant from,
        Instant to,
        String instrument,
        JsonNode covers,
        boolean mine,
        boolean proposedByMe,
        List<AllowedAction> allowedActions) {

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }
}
