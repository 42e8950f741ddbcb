package lockstep.web.services;

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
        String packageId) {

    /** Which revision was read, as a form sends it. */
    public String read() {
        return id + "/" + revision;
    }
}
