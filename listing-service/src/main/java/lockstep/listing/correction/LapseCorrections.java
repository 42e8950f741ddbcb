package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.listing.proposal.Leaving;
import lockstep.listing.proposal.Undone;

/** A correction falls with what it corrects: when its entry leaves the package or must be decided anew. */
@ApplicationScoped
class LapseCorrections {
    private final Corrections corrections;
    private final CorrectionDesk desk;
    private final Acting acting;

    LapseCorrections(Corrections corrections, CorrectionDesk desk, Acting acting) {
        this.corrections = corrections;
        this.desk = desk;
        this.acting = acting;
    }

    void onLeaving(@Observes Leaving leaving) {
        desk.locked(leaving.packageId(), leaving.by());
        lapse(leaving.proposalId(), leaving.why());
    }

    void onUndone(@Observes Undone undone) {
        lapse(undone.proposalId(), undone.why());
    }

    private void lapse(UUID proposalId, String why) {
        for (Correction its : corrections.standing(proposalId)) {
            its.lapse(why, desk.now());
            desk.done(its, "correction.lapsed", null, why, acting.principal());
        }
    }
}
