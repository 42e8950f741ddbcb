package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import lockstep.listing.decision.DecisionRefused.Missing;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.observation.ObservationsDesk;

/** Guard G13: nobody decides that a party stays listed while what it wrote isn't assessed. */
@ApplicationScoped
class ObservationsAssessed {
    private final ObservationsDesk observations;

    ObservationsAssessed(ObservationsDesk observations) {
        this.observations = observations;
    }

    void check(Package its) {
        List<UUID> open = observations.openIn(its.id());
        if (!open.isEmpty()) {
            throw new DecisionRefused(
                    Reason.OBSERVATIONS_NOT_ASSESSED,
                    "What the listed party wrote isn't assessed.",
                    open.stream()
                            .map(entry -> new Missing(
                                    "/entries/" + entry,
                                    "observations-not-assessed",
                                    "The party wrote on this entry's listing."))
                            .toList());
        }
    }

    boolean in(Package its) {
        return observations.openIn(its.id()).isEmpty();
    }
}
