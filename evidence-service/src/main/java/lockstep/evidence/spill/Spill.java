package lockstep.evidence.spill;

import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/**
 * How an exhibit stands to the last spill that froze it, and who may change that; verbs and views ask the same guards.
 *
 * @param frozen null: none ever did
 * @param settlement the latest; null: none was proposed
 * @param held a legal hold stands on what a settlement would cover
 */
record Spill(Exhibit exhibit, Frozen frozen, Settlement settlement, boolean held) {

    void mayFreeze(Actor by) {
        exhibit.mayFreeze(by);
    }

    void mayProposePurge(Actor by) {
        mayPropose(by);
        mustNotBeHeld();
    }

    void mayProposeCorrection(Actor by) {
        mayPropose(by);
    }

    /** That it is another person stands in the table too. */
    void mayConfirm(Actor by) {
        mustBeSettledBy(by);
        mustBeProposed();
        if (settlement.proposer().equals(by.sub())) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
        if (settlement.kind() == SettlementKind.PURGE) {
            mustNotBeHeld();
        } else {
            mustReadIt(settlement.marking(), by);
        }
    }

    void mayDrop(Actor by) {
        mustBeSettledBy(by);
        mustBeProposed();
    }

    boolean proposed() {
        return settlement != null && settlement.state() == SettlementState.PROPOSED;
    }

    boolean isFrozen() {
        return frozen != null && frozen.state() == SpillState.FROZEN;
    }

    private void mayPropose(Actor by) {
        mustBeSettledBy(by);
        if (proposed()) {
            throw new ExhibitRefused(Reason.SETTLEMENT_PROPOSED);
        }
    }

    private void mustBeSettledBy(Actor by) {
        if (!exhibit.answeredForBy(by)) {
            throw new ExhibitRefused(Reason.NOT_SETTLING);
        }
        if (!isFrozen()) {
            throw new ExhibitRefused(exhibit.disposed() ? Reason.DISPOSED : Reason.NOT_FROZEN);
        }
    }

    /** Nobody marks something so that he could not read it himself. */
    private static void mustReadIt(Marking marking, Actor by) {
        boolean named = marking.tlp() != Tlp.RED || marking.named().contains(by.sub());
        if (!named || !by.reader().levels().contains(marking.level())) {
            throw new ExhibitRefused(Reason.NOT_CLEARED);
        }
    }

    private void mustNotBeHeld() {
        if (held) {
            throw new ExhibitRefused(Reason.ON_LEGAL_HOLD);
        }
    }

    private void mustBeProposed() {
        if (!proposed()) {
            throw new ExhibitRefused(Reason.NO_SETTLEMENT_PROPOSED);
        }
    }
}
