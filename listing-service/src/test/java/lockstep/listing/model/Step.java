package lockstep.listing.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One attempt in a history, as plain data, so that a history can be repeated and shortened.
 *
 * @param on number of the proposal, package, correction or case that it is about, from 1 in the order of their making
 * @param entries numbers of proposals that it names beside that
 * @param say the choice of a vote, the kind of a draft, the paragraph that is corrected, or the language that is written
 * @param at a deadline, a release, a date to review by; or where the clock is set
 */
record Step(Event event, Person by, int on, List<Integer> entries, String say, Instant at, Set<Twist> twists) {

    /** What can be attempted; the last two move time and let the jobs run. */
    enum Event {
        DRAFT,
        AMEND,
        SUBMIT,
        ACCEPT,
        RETURN,
        ENDORSE,
        FIND_SUFFICIENT,
        CONSULT,
        HOLD,
        RESUME,
        WITHDRAW,
        RESUBMIT,
        REVISE_SUBJECT,
        RECUSE,
        FORM,
        ADD_ENTRY,
        REMOVE_ENTRY,
        DECIDE_WITHOUT,
        OPEN_ROUND,
        VOTE,
        LIFT,
        CARVE_OUT,
        NOTE,
        CLOSE_FAILED,
        MOVE_DEADLINE,
        CANCEL,
        RECORD,
        CONFIRM_RECORD,
        REFUSE_RECORD,
        ESCALATE,
        SCHEDULE,
        UNSCHEDULE,
        GIVE_GO,
        HOLD_RELEASE,
        LIFT_HOLD,
        CORRECT,
        CONFIRM_CORRECTION,
        REFUSE_CORRECTION,
        WITHDRAW_CORRECTION,
        DEMAND_ROUND,
        EXTEND,
        CONFIRM_EXTENSION,
        WRITE_LANGUAGE,
        CONFIRM_LANGUAGE,
        CLOCK,
        JOBS
    }

    /** How an attempt differs from the plain one. */
    enum Twist {
        /** Another revision or another content of the package was read than the one that stands. */
        READ_ANOTHER,
        /** A text without criterion. */
        INCOMPLETE,
        /** A text that rests on one exhibit. */
        THIN,
        /** Resubmitted with a reply to the return. */
        REPLY,
        NOTHING_JUDGED,
        JUDGED_SAME,
        /** An opinion that says nothing of proportionality. */
        HALF_AN_OPINION,
        /** The reviser of a subject knows what it returns. */
        CONFIRMED,
        WITHOUT_REASON,
        /** The chair says why the deadline falls on a day that is none. */
        FLAGGED,
        WITH_CONDITIONAL_SEATS,
        /** The agency of the first seat can't open an exhibit. */
        EXHIBIT_CLOSED,
        /** The exhibits that its texts rest on are not released for quotation. */
        NOT_QUOTABLE,
        NOT_ADOPTED,
        NO_INSTRUMENT,
        IN_FUTURE,
        NO_NUMBER,
        /** In force on a day on which nothing was decided yet. */
        RETROACTIVE,
        UNKNOWN_ENTRY,
        /** A correction that changes a word. */
        BEYOND_FORM,
        /** A language version in other words than the plain one. */
        OTHER_WORDS,
        /** One that leaves out a paragraph. */
        TOO_FEW_PARAGRAPHS,
        /** By the procedure whose listings lapse unless they are confirmed. */
        URGENT
    }

    boolean has(Twist twist) {
        return twists.contains(twist);
    }

    @Override
    public String toString() {
        return event
                + (by == null ? "" : " by " + by)
                + (on == 0 ? "" : " on " + on)
                + (entries.isEmpty() ? "" : " entries " + entries)
                + (say == null ? "" : " " + say)
                + (at == null ? "" : " at " + at)
                + (twists.isEmpty() ? "" : " " + twists);
    }
}
