package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.exhibit.ExhibitVersion;

/**
 * What a marking asks of whoever opens content: to say what for, and to take of a PDF a copy that names its reader. It is
 * asked where the marking singles readers out: by a clearance, by their originator's decision (ORCON), or as named recipients.
 */
@ApplicationScoped
public class Handling {
    private static final String PDF = "application/pdf";

    private final Levels levels;

    Handling(Levels levels) {
        this.levels = levels;
    }

    boolean asksPurpose(ExhibitVersion version) {
        return strict(version.marking());
    }

    /** Also of what is only said to be a PDF, or only begins like one. */
    boolean asksMark(ExhibitVersion version) {
        return strict(version.marking())
                && (PDF.equals(version.mediaType()) || PDF.equals(version.detectedMediaType()));
    }

    private boolean strict(Marking marking) {
        return marking.orcon()
                || marking.tlp().compareTo(Tlp.AMBER_STRICT) <= 0
                || !levels.openTo(Clearance.NONE).contains(marking.level());
    }
}
