package lockstep.kit.journal;

import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Marking;

/**
 * Who may see a journal row: that of the thing it is about.
 *
 * @param caseId the case it belongs to, or null
 * @param scopeId the narrower thing within the case by which a seat or office takes part, or null
 * @param originator agency code, or null where the system itself acted for nobody
 * @param audienceOwner agency whose people are meant where the audience is {@code AGENCY}, else null
 */
public record Protection(
        UUID caseId, UUID scopeId, String originator, Marking marking, Audience audience, String audienceOwner) {

    /** Open to the people of that agency alone, outside any case. */
    public static Protection withinAgency(String agency, String level) {
        return new Protection(null, null, agency, Marking.originatorOnly(level), Audience.AGENCY, agency);
    }
}
