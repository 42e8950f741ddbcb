package lockstep.listing.correction;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.correction.CorrectionRefused.Reason;

/**
 * Changes of form alone to a text that was decided, each within its bound. Votes and records stay bound to the decided
 * hash; the correction's own hash chains the text before it to the text after it.
 */
@Entity
@Table(name = "correction")
public class Correction extends CorrectionState {

    protected Correction() {}

    /** Of which entry, with the hash that was decided. */
    record Place(UUID packageId, UUID proposalId, UUID caseId, String programme, int revision, String decidedHash) {}

    /** What is corrected: the text's hash as it stood, the changes, and the hash of what they make of it. */
    record Rewritten(String fromHash, List<Change> changes, String toHash) {}

    Correction(UUID id, Place of, Rewritten text, String reason, Actor by, Instant at) {
        this.id = id;
        this.packageId = of.packageId();
        this.proposalId = of.proposalId();
        this.caseId = of.caseId();
        this.programme = of.programme();
        this.revision = of.revision();
        this.status = CorrectionStatus.PROPOSED;
        this.reason = reason;
        this.changes = List.copyOf(text.changes());
        this.decidedHash = of.decidedHash();
        this.fromHash = text.fromHash();
        this.correctionHash =
                Rewording.hash(of.proposalId(), of.revision(), text.fromHash(), text.changes(), text.toHash());
        this.toHash = text.toHash();
        this.madeBy = by.sub();
        this.madeAccount = by.account();
        this.madeAgency = by.agency().code();
        this.madeAt = at;
        this.electorate = List.of();
    }

    /** With it the tacit period begins. */
    void confirm(Capacity by, List<String> seats, Instant until) {
        CorrectionRefused.unless(CorrectionGuards.confirm(this, by));
        move(CorrectionWay.CONFIRM, CorrectionStatus.TACIT);
        confirmedBy = by.actor().sub();
        confirmedAccount = by.actor().account();
        confirmedAgency = by.actor().agency().code();
        confirmedAt = by.now();
        electorate = List.copyOf(seats);
        periodEndsAt = until;
    }

    void refuse(Capacity by, String why) {
        CorrectionRefused.unless(CorrectionGuards.refuse(this, by));
        move(CorrectionWay.REFUSE, CorrectionStatus.REFUSED);
        ended(by.actor(), null, why, by.now());
    }

    void withdraw(Capacity by, String why) {
        CorrectionRefused.unless(CorrectionGuards.withdraw(this, by));
        move(CorrectionWay.WITHDRAW, CorrectionStatus.WITHDRAWN);
        ended(by.actor(), null, why, by.now());
    }

    void demandRound(Capacity by, String why) {
        CorrectionRefused.unless(CorrectionGuards.demandRound(this, by));
        move(CorrectionWay.DEMAND_ROUND, CorrectionStatus.DROPPED);
        ended(by.actor(), by.seat(), why, by.now());
    }

    void takeIn(Instant at) {
        if (periodEndsAt == null || periodEndsAt.isAfter(at)) {
            throw new CorrectionRefused(Reason.NOT_IN_THIS_STATUS);
        }
        move(CorrectionWay.TAKE_IN, CorrectionStatus.TAKEN_IN);
        endedAt = at;
    }

    void lapse(String why, Instant at) {
        move(CorrectionWay.LAPSE, CorrectionStatus.LAPSED);
        endedAt = at;
        endedWhy = why;
    }

    private void move(CorrectionWay way, CorrectionStatus to) {
        CorrectionRefused.unless(way.possibleFrom(status) ? null : Reason.NOT_IN_THIS_STATUS);
        if (!way.to().contains(to)) {
            throw new IllegalStateException(way + " doesn't lead to " + to);
        }
        status = to;
    }

    private void ended(Actor by, String seat, String why, Instant at) {
        endedAt = at;
        endedAccount = by.account();
        endedAgency = by.agency().code();
        endedSeat = seat;
        endedWhy = why;
    }
}
