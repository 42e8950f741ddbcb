package lockstep.listing.proposal;

import static lockstep.listing.proposal.Status.APPROVED;
import static lockstep.listing.proposal.Status.DECIDING;
import static lockstep.listing.proposal.Status.DRAFT;
import static lockstep.listing.proposal.Status.ESCALATED;
import static lockstep.listing.proposal.Status.IN_REVIEW;
import static lockstep.listing.proposal.Status.LEGAL_REVIEW;
import static lockstep.listing.proposal.Status.ON_HOLD;
import static lockstep.listing.proposal.Status.PUBLISHED;
import static lockstep.listing.proposal.Status.READY;
import static lockstep.listing.proposal.Status.REJECTED;
import static lockstep.listing.proposal.Status.RETURNED;
import static lockstep.listing.proposal.Status.SCHEDULED;
import static lockstep.listing.proposal.Status.SUBMITTED;
import static lockstep.listing.proposal.Status.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/**
 * A proposal's way as one table (DOMAIN §4, "A proposal's way"): from which statuses a verb may be used, and where it
 * may lead. The guards G1 to G14 come on top; a verb that isn't in this table can't happen.
 */
public enum Way {
    AMEND(EnumSet.of(DRAFT, RETURNED), EnumSet.of(DRAFT, RETURNED)),
    SUBMIT(EnumSet.of(DRAFT, RETURNED), EnumSet.of(SUBMITTED)),
    ACCEPT(EnumSet.of(SUBMITTED), EnumSet.of(IN_REVIEW)),
    RETURN(EnumSet.of(SUBMITTED, IN_REVIEW, LEGAL_REVIEW, READY), EnumSet.of(RETURNED)),
    ENDORSE(EnumSet.of(IN_REVIEW), EnumSet.of(IN_REVIEW, LEGAL_REVIEW)),
    FIND_SUFFICIENT(EnumSet.of(LEGAL_REVIEW), EnumSet.of(READY)),
    OPEN_ROUND(EnumSet.of(READY), EnumSet.of(DECIDING)),
    CANCEL_ROUND(EnumSet.of(DECIDING), EnumSet.of(READY)),
    CARVE_OUT(EnumSet.of(DECIDING), EnumSet.of(RETURNED)),
    PASS_STAGE(EnumSet.of(DECIDING), EnumSet.of(READY, APPROVED)),
    FAIL_STAGE(EnumSet.of(DECIDING), EnumSet.of(ESCALATED, REJECTED)),
    RECORD_ADOPTED(EnumSet.of(READY), EnumSet.of(READY, APPROVED)),
    RECORD_NOT_ADOPTED(EnumSet.of(READY), EnumSet.of(REJECTED)),
    RECORD_LEFT_OUT(EnumSet.of(READY), EnumSet.of(RETURNED)),
    ESCALATE(EnumSet.of(ESCALATED, APPROVED), EnumSet.of(READY)),
    LAPSE(EnumSet.of(ESCALATED), EnumSet.of(REJECTED)),
    SCHEDULE(EnumSet.of(APPROVED), EnumSet.of(SCHEDULED)),
    UNSCHEDULE(EnumSet.of(SCHEDULED), EnumSet.of(APPROVED)),
    PUBLISH(EnumSet.of(SCHEDULED), EnumSet.of(PUBLISHED)),
    MATERIAL_CHANGE(EnumSet.of(READY, DECIDING, APPROVED, SCHEDULED), EnumSet.of(RETURNED)),
    GO_STALE(EnumSet.of(READY, APPROVED, SCHEDULED), EnumSet.of(READY)),
    HOLD(EnumSet.of(SUBMITTED, IN_REVIEW, LEGAL_REVIEW, READY, DECIDING, ESCALATED), EnumSet.of(ON_HOLD)),
    RESUME(EnumSet.of(ON_HOLD), EnumSet.of(SUBMITTED, IN_REVIEW, LEGAL_REVIEW, READY, ESCALATED)),
    WITHDRAW(EnumSet.complementOf(EnumSet.of(PUBLISHED, REJECTED, WITHDRAWN)), EnumSet.of(WITHDRAWN));

    private final Set<Status> from;
    private final Set<Status> to;

    Way(Set<Status> from, Set<Status> to) {
        this.from = from;
        this.to = to;
    }

    public Set<Status> from() {
        return EnumSet.copyOf(from);
    }

    public Set<Status> to() {
        return EnumSet.copyOf(to);
    }

    public boolean possibleFrom(Status status) {
        return from.contains(status);
    }

    /** A word for refusals and allowed actions, e.g. {@code find-sufficient}. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
