package lockstep.evidence.release;

import java.util.List;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.web.MarkingInput;

/** A request as it was sent, not checked yet: see {@link ReleaseCheck}. */
public record ReleaseInput(String kind, List<VersionRef> items, To to, String why, String until, MarkingInput marking) {

    /** For whom; {@code kind} is AGENCY, GROUP or ELECTORATE. */
    public record To(String kind, String name) {}
}
