package lockstep.evidence.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import lockstep.auth.Actor;
import lockstep.auth.Levels;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.DescriptionInput;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.Reliability;
import lockstep.evidence.exhibit.RelianceUse;
import lockstep.evidence.transfer.PersonalData;

/** Turns what was sent into a pointer, or names every field that is wrong. */
@ApplicationScoped
public class PointerCheck {
    private static final int WORDS = 300;
    private static final String UNKNOWN = "application/octet-stream";

    private final DescriptionCheck descriptions;
    private final Levels levels;

    PointerCheck(DescriptionCheck descriptions, Levels levels) {
        this.descriptions = descriptions;
        this.levels = levels;
    }

    /** A record, and what it points to. */
    public record Checked(Description record, Pointer pointer) {}

    public Checked checked(PointerInput said, Actor by) {
        Fields fields = new Fields();
        String place = fields.line("/place", said.place(), WORDS);
        String reference = fields.line("/reference", said.reference(), WORDS);
        String contact = fields.line("/contact", said.contact(), WORDS);
        String level = said.level();
        if (level == null) {
            fields.wrong("/level", "missing", "A level is needed.");
        } else if (levels.known(level)) {
            fields.wrong("/level", "below-ceiling", "Content at this level is brought as an exhibit.");
        } else if (!levels.above().contains(level)) {
            fields.wrong("/level", "unknown-level", "No level above the ceiling is called so.");
        }
        return new Checked(
                descriptions.checked(described(said), by, fields), new Pointer(level, place, reference, contact));
    }

    /** What nobody can judge without the content is graded so, and nothing may be rested on it; nothing that it holds is here to be shared. */
    private static DescriptionInput described(PointerInput said) {
        return new DescriptionInput(
                said.title(),
                said.sourceType(),
                null,
                null,
                said.collectedAt(),
                List.of(),
                Reliability.F.name(),
                6,
                RelianceUse.LEAD_ONLY.name(),
                PersonalData.NONE.name(),
                UNKNOWN,
                said.marking(),
                null);
    }
}
