package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** From when to when a seat's holder is away, and which alternate stands in. */
public record AbsenceView(
        String id,
        String programme,
        String seat,
        String agency,
        String account,
        String deputyAccount,
        Instant from,
        Instant until,
        Instant endedAt,
        List<AllowedAction> allowedActions) {

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }
}
