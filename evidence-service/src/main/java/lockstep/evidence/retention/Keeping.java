package lockstep.evidence.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/**
 * All that keeps an exhibit, and who may change it; verbs and views ask the same guards.
 *
 * @param retainUntil by programmes; null: by none
 * @param disposal the latest; null: none was ever proposed
 */
record Keeping(Exhibit exhibit, Instant retainUntil, List<LegalHold> holds, Disposal disposal) {

    /** Whoever sees the exhibit and answers for the law of his agency. */
    void mayHold(Actor by) {
        mustNotBeDisposedOf();
        if (!by.has(Role.LEGAL) && !Exhibit.answersForItsOwn(by)) {
            throw new ExhibitRefused(Reason.NOT_HOLDING);
        }
    }

    LegalHold mayLift(UUID id, Actor by) {
        LegalHold hold = holds.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        mayHold(by);
        if (!by.of(hold.agency())) {
            throw new ExhibitRefused(Reason.NOT_OUR_HOLD);
        }
        if (!hold.stands()) {
            throw new ExhibitRefused(Reason.HOLD_LIFTED);
        }
        return hold;
    }

    void mayPropose(Reliance reliance, Actor by, Instant now) {
        mayDispose(reliance, by, now);
        if (proposed()) {
            throw new ExhibitRefused(Reason.DISPOSAL_PROPOSED);
        }
    }

    /** That it is another person stands in the table too. */
    void mayConfirm(Reliance reliance, Actor by, Instant now) {
        mayDispose(reliance, by, now);
        mustBeProposed();
        if (disposal.proposer().equals(by.sub())) {
            throw new ExhibitRefused(Reason.FOUR_EYES);
        }
    }

    void mayDrop(Actor by) {
        mustBeTheOriginators(by);
        mustNotBeDisposedOf();
        mustBeProposed();
    }

    boolean proposed() {
        return disposal != null && disposal.state() == Disposal.State.PROPOSED;
    }

    private void mayDispose(Reliance reliance, Actor by, Instant now) {
        mustBeTheOriginators(by);
        mustNotBeDisposedOf();
        exhibit.mustNotBeFrozen();
        if (holds.stream().anyMatch(LegalHold::stands)) {
            throw new ExhibitRefused(Reason.ON_LEGAL_HOLD);
        }
        if (reliance.live()) {
            throw new ExhibitRefused(Reason.RELIED_ON);
        }
        if (later(now, retainUntil) || later(now, reliance.retainUntil())) {
            throw new ExhibitRefused(Reason.RETAINED);
        }
    }

    private static boolean later(Instant now, Instant until) {
        return until != null && until.isAfter(now);
    }

    private void mustBeTheOriginators(Actor by) {
        if (!exhibit.answeredForBy(by)) {
            throw new ExhibitRefused(Reason.NOT_DISPOSING);
        }
    }

    private void mustNotBeDisposedOf() {
        if (exhibit.disposed()) {
            throw new ExhibitRefused(Reason.DISPOSED);
        }
    }

    private void mustBeProposed() {
        if (!proposed()) {
            throw new ExhibitRefused(Reason.NO_DISPOSAL_PROPOSED);
        }
    }
}
