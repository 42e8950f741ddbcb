package lockstep.web.services;

import java.time.Instant;

/** A proposal in a list. */
public record ProposalRow(
        String id,
        String caseId,
        String programme,
        String kind,
        String status,
        String stage,
        int revision,
        SubjectBrief subject,
        String ground,
        String proposingAgency,
        Instant changedAt,
        String packageId) {

    /** Which revision was read, as a form sends it. */
    public String read() {
        return id + "/" + revision;
    }
}
