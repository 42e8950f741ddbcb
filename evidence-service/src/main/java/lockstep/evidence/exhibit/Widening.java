package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/**
 * What is marked anew lets nobody read who could not before: neither a correction of the marking, nor a corrected version, nor
 * a redacted copy. To widen is a downgrade or a release, which a release officer decides.
 */
@ApplicationScoped
public class Widening {
    private final Levels levels;
    private final Agencies agencies;

    Widening(Levels levels, Agencies agencies) {
        this.levels = levels;
        this.agencies = agencies;
    }

    /** @throws ExhibitRefused {@code marking-widened} */
    public void mustNotWiden(Marking own, Marking next) {
        if (widens(own, next)) {
            throw new ExhibitRefused(Reason.MARKING_WIDENED);
        }
    }

    /** Somebody could read by the next marking who can't by this one, or something that was asked no longer is. */
    public boolean widens(Marking own, Marking next) {
        return !levels.higher(next.level(), own.level()).equals(next.level())
                || own.orcon() && !next.orcon()
                || next.tlp().ordinal() > own.tlp().ordinal()
                || own.tlp() == Tlp.RED && !own.named().containsAll(next.named())
                || !next.relTo().stream().allMatch(name -> reached(name, own.relTo()));
    }

    /** The stricter of what a version is marked with and what it should have been. */
    public Marking stricter(Marking own, Marking corrected) {
        Marking stricter = levels.stricter(own, corrected);
        List<String> relTo = Stream.concat(
                        corrected.relTo().stream().filter(name -> reached(name, own.relTo())),
                        own.relTo().stream().filter(name -> reached(name, corrected.relTo())))
                .distinct()
                .toList();
        return new Marking(stricter.level(), stricter.orcon(), relTo, stricter.tlp(), stricter.named());
    }

    /** By its own name; an agency also by one of its groups. */
    private boolean reached(String name, List<String> by) {
        Set<String> groups = agencies.find(name).map(its -> its.groups()).orElse(Set.of());
        return by.contains(name) || groups.stream().anyMatch(by::contains);
    }
}
