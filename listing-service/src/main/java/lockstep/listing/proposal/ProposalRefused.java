package lockstep.listing.proposal;

import java.util.List;

/** A command on a proposal that its way or a guard doesn't allow; nothing was changed. */
public class ProposalRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why; each guard's word is what a reader is told as the problem's type. */
    public enum Reason {
        UNKNOWN_PROPOSAL,
        UNKNOWN_PROGRAMME,
        UNKNOWN_SUBJECT,
        PROGRAMME_NOT_OPEN_TO_AGENCY,
        NOT_IN_THIS_STATUS,
        NOT_PROPOSING_AGENCY,
        NO_OFFICE,
        STALE_REVISION,
        SUBJECT_CHANGED,
        INCOMPLETE,
        EVIDENCE_TOO_THIN,
        NOT_OPEN_TO_REVIEW,
        NEW_REVISION_OR_REPLY_NEEDED,
        DUPLICATES_NOT_JUDGED,
        DUPLICATE_OF_OPEN_PROPOSAL,
        FOUR_EYES,
        RECUSED,
        ALREADY_ENDORSED,
        ENDORSEMENT_NOT_OF_THIS_AGENCY,
        NO_CONSULTATION_ASKED,
        OPINION_INCOMPLETE,
        UNKNOWN_CODE,
        ALREADY_LAW,
        TAKEN_UP_ALREADY,
        IN_THE_PAST,
        NOT_YET,
        SUBJECT_UNDER_REVIEW,
        MATERIAL_CHANGE_UNCONFIRMED,
        NOT_THE_OWNER,
        NOTHING_TO_WIDEN,
        NO_OTHER_LANGUAGE,
        LANGUAGE_NOT_ASKED,
        PARAGRAPHS_DIFFER,
        NOTHING_TO_CONFIRM,
        CONFIRMED_BY_ANOTHER,
        LISTING_OF_ANOTHER_SUBJECT,
        ANOTHER_MATTER,
        NOTHING_TO_RENEW,
        NO_PART_IN_THE_CASE
    }

    /** One missing thing; {@code pointer} is a JSON pointer into the request or the proposal. */
    public record Missing(String pointer, String reason, String detail) {}

    private final Reason reason;
    private final transient List<Missing> missing;

    public ProposalRefused(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    public ProposalRefused(Reason reason, String detail, List<Missing> missing) {
        super(detail);
        this.reason = reason;
        this.missing = List.copyOf(missing);
    }

    /** Throws if a guard gave a reason. */
    public static void unless(Reason whyNot) {
        if (whyNot != null) {
            throw new ProposalRefused(whyNot, Words.of(whyNot));
        }
    }

    public Reason reason() {
        return reason;
    }

    public List<Missing> missing() {
        return missing;
    }
}
