package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;

/** Writes what a package would do economically and diplomatically, as a further version beside the earlier ones. */
@ApplicationScoped
public class WriteImpactNote {
    private final ImpactNotes notes;
    private final ImpactAuthors authors;
    private final Desk desk;

    WriteImpactNote(ImpactNotes notes, ImpactAuthors authors, Desk desk) {
        this.notes = notes;
        this.authors = authors;
        this.desk = desk;
    }

    record Written(int version, String as) {}

    /** The number of the version written. */
    @Transactional
    public int write(UUID packageId, String packageHashRead, String text, Actor actor) {
        Package its = desk.take(packageId, "package.impact-noted", actor);
        Reason whyNot = authors.whyNot(its, actor);
        DecisionRefused.when(
                whyNot == Reason.NO_OFFICE,
                Reason.NO_OFFICE,
                "The chair, the secretariat and the analysts of a proposing agency write it.");
        DecisionRefused.when(
                whyNot != null, Reason.NOT_IN_THIS_STATUS, "It is written while the package is undecided.");
        its.mustBe(packageHashRead);
        ImpactAuthors.Capacity capacity = authors.capacity(its, actor).orElseThrow();
        int n = notes.append(its, text, capacity, actor, desk.now());
        desk.done(
                its,
                "package.impact-noted",
                null,
                desk.read(its, null).saying(null, null, text, new Written(n, capacity.name())));
        return n;
    }
}
