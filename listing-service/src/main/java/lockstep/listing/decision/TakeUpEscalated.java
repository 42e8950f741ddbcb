package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import lockstep.listing.proposal.TakenUp;

/**
 * Puts a proposal that was held in its window for escalation into a package of its own once it is resumed: what was left of
 * the window begins to run again, so that a hold neither takes nor lengthens what its seats have.
 */
@ApplicationScoped
public class TakeUpEscalated {
    private final Packages packages;
    private final Entries entries;
    private final FormPackage forming;
    private final Desk desk;

    TakeUpEscalated(Packages packages, Entries entries, FormPackage forming, Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.forming = forming;
        this.desk = desk;
    }

    void onTakenUp(@Observes TakenUp resumed) {
        Entry left = entries.lastLeft(resumed.proposal().id());
        if (left == null) {
            // Whoever is recused from another entry of the package that it left doesn't reach into it (G5).
            throw new DecisionRefused(DecisionRefused.Reason.UNKNOWN_PACKAGE, "No such package.");
        }
        Designation before = packages.require(resumed.by(), left.packageId()).named();
        Package its = forming.made(
                desk.programme(before.programme()),
                before.title(),
                before.draftAct(),
                List.of(resumed.proposal()),
                resumed.by());
        its.takenUp(desk.now().plus(left.windowLeft()));
        packages.flush();
        desk.done(its, "package.taken-up", null, desk.read(its, null).saying(null, null, before.number(), null));
    }
}
