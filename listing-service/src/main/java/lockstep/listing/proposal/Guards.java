package lockstep.listing.proposal;

import static lockstep.listing.casefile.WhyNot.first;
import static lockstep.listing.proposal.ProposalRefused.Reason.ALREADY_LAW;
import static lockstep.listing.proposal.ProposalRefused.Reason.ENDORSEMENT_NOT_OF_THIS_AGENCY;
import static lockstep.listing.proposal.ProposalRefused.Reason.FOUR_EYES;
import static lockstep.listing.proposal.ProposalRefused.Reason.NEW_REVISION_OR_REPLY_NEEDED;
import static lockstep.listing.proposal.ProposalRefused.Reason.NOTHING_TO_WIDEN;
import static lockstep.listing.proposal.ProposalRefused.Reason.NOT_IN_THIS_STATUS;
import static lockstep.listing.proposal.ProposalRefused.Reason.NOT_PROPOSING_AGENCY;
import static lockstep.listing.proposal.ProposalRefused.Reason.NOT_THE_OWNER;
import static lockstep.listing.proposal.ProposalRefused.Reason.NO_CONSULTATION_ASKED;
import static lockstep.listing.proposal.ProposalRefused.Reason.NO_OFFICE;
import static lockstep.listing.proposal.ProposalRefused.Reason.TAKEN_UP_ALREADY;

import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalRefused.Reason;

/**
 * Why somebody may not use a verb on a proposal now, or null: the one place that both the verbs and the views'
 * {@code allowedActions} ask, so a button can't drift from a rule.
 */
final class Guards {
    private Guards() {}

    static Reason amend(Proposal proposal, Standing by) {
        return first(status(proposal, Way.AMEND), ofProposer(proposal, by));
    }

    static Reason submit(Proposal proposal, Standing by) {
        boolean unanswered = proposal.status() == Status.RETURNED && proposal.returnedAsItStands() && !by.replied();
        return first(
                status(proposal, Way.SUBMIT),
                ofProposer(proposal, by),
                fourEyes(Act.SUBMIT, by),
                unanswered ? NEW_REVISION_OR_REPLY_NEEDED : null);
    }

    static Reason accept(Proposal proposal, Standing by) {
        return first(
                status(proposal, Way.ACCEPT),
                by.holds(Office.CHAIR) || by.holds(Office.REGISTRAR) ? null : NO_OFFICE,
                fourEyes(Act.ACCEPT, by));
    }

    static Reason sendBack(Proposal proposal, Standing by) {
        boolean may = by.holds(Office.REVIEWER) || by.holds(Office.LEGAL) || by.holds(Office.CHAIR);
        return first(status(proposal, Way.RETURN), may ? null : NO_OFFICE);
    }

    static Reason endorse(Proposal proposal, Programme programme, Standing by) {
        boolean ofItsAgency = programme
                .endorsement()
                .eligible(proposal.agency(), by.actor().agency().code());
        return first(
                status(proposal, Way.ENDORSE),
                by.holds(Office.REVIEWER) ? null : NO_OFFICE,
                ofItsAgency ? null : ENDORSEMENT_NOT_OF_THIS_AGENCY,
                fourEyes(Act.ENDORSE, by));
    }

    /** Any time from acceptance to the round: a consultation has no veto, so it moves nothing (G14). */
    static Reason consult(Proposal proposal, Programme programme, Standing by) {
        boolean now = proposal.status() == Status.IN_REVIEW
                || proposal.status() == Status.LEGAL_REVIEW
                || proposal.status() == Status.READY;
        return first(
                now ? null : NOT_IN_THIS_STATUS,
                by.holds(Office.CHAIR) ? null : NO_OFFICE,
                programme.consulted(proposal.agency()).isEmpty() ? NO_CONSULTATION_ASKED : null);
    }

    static Reason findSufficient(Proposal proposal, Standing by) {
        return first(
                status(proposal, Way.FIND_SUFFICIENT),
                by.holds(Office.LEGAL) ? null : NO_OFFICE,
                fourEyes(Act.FIND_SUFFICIENT, by));
    }

    static Reason hold(Proposal proposal, Standing by) {
        return first(status(proposal, Way.HOLD), by.holds(Office.CHAIR) ? null : NO_OFFICE);
    }

    static Reason resume(Proposal proposal, Standing by) {
        return first(status(proposal, Way.RESUME), by.holds(Office.CHAIR) ? null : NO_OFFICE);
    }

    static Reason withdraw(Proposal proposal, Standing by) {
        return first(
                status(proposal, Way.WITHDRAW),
                ofProposer(proposal, by),
                proposal.isLaw(by.now()) ? ALREADY_LAW : null);
    }

    static Reason resubmit(Proposal proposal, Standing by) {
        boolean ended = proposal.status() == Status.REJECTED || proposal.status() == Status.WITHDRAWN;
        return first(
                ended ? null : NOT_IN_THIS_STATUS,
                ofProposer(proposal, by),
                proposal.takenUpBy() == null ? null : TAKEN_UP_ALREADY);
    }

    /** A partner's view, while there is still something to decide; the proposing agency has its own. */
    static Reason advise(Proposal proposal, Standing by) {
        boolean over = proposal.status() == Status.DRAFT || proposal.status().terminal();
        return first(over ? NOT_IN_THIS_STATUS : null, by.actor().of(proposal.agency()) ? FOUR_EYES : null);
    }

    /** Only whoever gave a code lets others read it: the giver's agency, by somebody who holds an office there. */
    static Reason widenReturn(Proposal proposal, Standing by) {
        LastReturn last = proposal.lastReturn();
        if (last == null || last.open()) {
            return NOTHING_TO_WIDEN;
        }
        boolean owner = by.actor().of(last.agency()) && !by.offices().isEmpty();
        return owner ? null : NOT_THE_OWNER;
    }

    /** {@code given} null: there is no opinion on the revision that stands, or none that the actor reads. */
    static Reason widenOpinion(WidenedOpinions.Given given, Standing by) {
        if (given == null || given.open()) {
            return NOTHING_TO_WIDEN;
        }
        return by.actor().of(given.agency()) && by.holds(Office.LEGAL) ? null : NOT_THE_OWNER;
    }

    private static Reason status(Proposal proposal, Way way) {
        return way.possibleFrom(proposal.status()) ? null : NOT_IN_THIS_STATUS;
    }

    private static Reason ofProposer(Proposal proposal, Standing by) {
        return by.actor().of(proposal.agency()) ? null : NOT_PROPOSING_AGENCY;
    }

    static Reason fourEyes(Act act, Standing by) {
        return act.breaksFourEyes(by.acts()) ? FOUR_EYES : null;
    }
}
