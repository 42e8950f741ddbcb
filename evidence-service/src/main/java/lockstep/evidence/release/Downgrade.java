package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.Widening;
import lockstep.evidence.release.ReleaseRefused.Reason;

/** What a lower marking is: whoever could read before still can, and nothing is asked that was not asked before. */
@ApplicationScoped
class Downgrade {
    private final Widening widening;

    Downgrade(Widening widening) {
        this.widening = widening;
    }

    void check(Marking from, Marking to) {
        ReleaseRefused.when(to.equals(from) || widening.widens(to, from), Reason.NOT_A_DOWNGRADE);
    }
}
