package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Reader;
import lockstep.auth.Role;

/** Analysts in whose name a job goes on with what they began, with no more than they might see now. */
@ApplicationScoped
public class Senders {
    private final Agencies agencies;
    private final Levels levels;

    Senders(Agencies agencies, Levels levels) {
        this.agencies = agencies;
        this.levels = levels;
    }

    /** An agency that has left has no reader's rights any more. */
    public Actor again(String sub, String account, String owner, Clearance clearance) {
        Agency agency = agencies.find(owner).orElseThrow();
        Reader reader =
                agency.active() ? Reader.of(sub, agency, clearance, agencies, levels) : Reader.ofNoContent(sub, agency);
        return new Actor(sub, account, agency, clearance, Set.of(Role.ANALYST), null, reader);
    }
}
