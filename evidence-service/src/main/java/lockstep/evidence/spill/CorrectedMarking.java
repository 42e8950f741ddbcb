package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;

/**
 * What a version is marked with after a correction: the stricter of its own marking and the corrected one. A correction lets
 * nobody read who could not before; that is a downgrade or a release, which a release officer decides.
 */
@ApplicationScoped
class CorrectedMarking {
    private final Levels levels;
    private final Agencies agencies;

    CorrectedMarking(Levels levels, Agencies agencies) {
        this.levels = levels;
        this.agencies = agencies;
    }

    Marking of(Marking own, Marking corrected) {
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
