package lockstep.listing.proposal;

import java.util.EnumSet;
import java.util.Set;

/** What a person can have done to one revision; who did what decides what that person may still do (G4, four-eyes). */
public enum Act {
    AUTHOR,
    SUBMIT,
    ACCEPT,
    RETURN,
    ADVISE,
    ENDORSE,
    CONSULT,
    FIND_SUFFICIENT,
    VOTE,
    RECORD,
    CONFIRM_RECORD,
    SCHEDULE,
    CONFIRM_CORRECTION;

    private static final Set<Act> PROPOSING = EnumSet.of(AUTHOR, SUBMIT);
    private static final Set<Act> APPROVING =
            EnumSet.of(ENDORSE, FIND_SUFFICIENT, VOTE, RECORD, CONFIRM_RECORD, SCHEDULE, CONFIRM_CORRECTION);
    /** A seat votes at each stage; a publisher may set another date for what he had scheduled. */
    private static final Set<Act> REPEATABLE = EnumSet.of(VOTE, SCHEDULE, RECORD, CONFIRM_CORRECTION);

    /**
     * True if this act by somebody who has done {@code done} to the same revision would be no second pair of eyes: the
     * actor is neither author nor submitter nor earlier approver of it.
     */
    public boolean breaksFourEyes(Set<Act> done) {
        for (Act earlier : done) {
            if (this == SUBMIT && earlier == AUTHOR) {
                return true;
            }
            if (this != SUBMIT && PROPOSING.contains(earlier)) {
                return true;
            }
            // whoever found the text sufficient in law may also find that a correction leaves it so
            boolean again = earlier == this && REPEATABLE.contains(this)
                    || this == CONFIRM_CORRECTION && earlier == FIND_SUFFICIENT;
            if (APPROVING.contains(this) && APPROVING.contains(earlier) && !again) {
                return true;
            }
        }
        return false;
    }
}
