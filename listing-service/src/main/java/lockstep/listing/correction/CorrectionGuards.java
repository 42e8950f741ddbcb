package lockstep.listing.correction;

import static lockstep.listing.casefile.WhyNot.first;
import static lockstep.listing.correction.CorrectionRefused.Reason.CORRECTION_PENDING;
import static lockstep.listing.correction.CorrectionRefused.Reason.FOUR_EYES;
import static lockstep.listing.correction.CorrectionRefused.Reason.NOTHING_DECIDED;
import static lockstep.listing.correction.CorrectionRefused.Reason.NOTHING_PRINTED;
import static lockstep.listing.correction.CorrectionRefused.Reason.NOT_CORRECTING;
import static lockstep.listing.correction.CorrectionRefused.Reason.NOT_IN_THIS_STATUS;
import static lockstep.listing.correction.CorrectionRefused.Reason.NOT_MAKING_AGENCY;
import static lockstep.listing.correction.CorrectionRefused.Reason.NO_OFFICE;
import static lockstep.listing.correction.CorrectionRefused.Reason.NO_SEAT;
import static lockstep.listing.correction.CorrectionRefused.Reason.PERIOD_OVER;
import static lockstep.listing.correction.CorrectionRefused.Reason.RECUSED;

import java.util.EnumSet;
import java.util.Set;
import lockstep.auth.Role;
import lockstep.listing.correction.CorrectionRefused.Reason;
import lockstep.listing.decision.Package;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Status;

/** Why somebody may not use a verb on a correction now, or null; asked by the verbs and by the views alike. */
final class CorrectionGuards {
    /** READY counts once a stage has passed; while a round runs none is made, but one made before may be taken in. */
    private static final Set<Status> DECIDED = EnumSet.of(Status.READY, Status.APPROVED, Status.SCHEDULED);

    private CorrectionGuards() {}

    /**
     * The proposing agency knows how its target is written, chair and secretariat see to the finished act; none of them
     * decides on it, because a lawyer confirms and every seat can stop it.
     */
    static Reason make(Proposal of, Package in, boolean pending, Capacity by) {
        boolean decided = in != null && in.stagePassedAt() != null && DECIDED.contains(of.status());
        boolean may = by.actor().has(Role.ANALYST) && by.actor().of(of.agency())
                || by.holds(Office.CHAIR)
                || by.holds(Office.SECRETARIAT);
        return first(
                decided ? null : NOTHING_DECIDED,
                of.kind().prints() ? null : NOTHING_PRINTED,
                by.recused() ? RECUSED : null,
                may ? null : NOT_CORRECTING,
                pending ? CORRECTION_PENDING : null);
    }

    static Reason confirm(Correction its, Capacity by) {
        boolean own = by.actor().sub().equals(its.madeBy());
        return first(
                status(its, CorrectionWay.CONFIRM),
                by.recused() ? RECUSED : null,
                by.holds(Office.LEGAL) ? null : NO_OFFICE,
                own || Act.CONFIRM_CORRECTION.breaksFourEyes(by.acts()) ? FOUR_EYES : null);
    }

    static Reason refuse(Correction its, Capacity by) {
        return first(
                status(its, CorrectionWay.REFUSE),
                by.recused() ? RECUSED : null,
                by.holds(Office.LEGAL) ? null : NO_OFFICE);
    }

    static Reason withdraw(Correction its, Capacity by) {
        return first(status(its, CorrectionWay.WITHDRAW), by.actor().of(its.madeAgency()) ? null : NOT_MAKING_AGENCY);
    }

    static Reason demandRound(Correction its, Capacity by) {
        boolean seated = by.seat() != null && its.electorate().contains(by.seat());
        return first(
                status(its, CorrectionWay.DEMAND_ROUND),
                by.recused() ? RECUSED : null,
                seated ? null : NO_SEAT,
                over(its, by) ? PERIOD_OVER : null);
    }

    private static boolean over(Correction its, Capacity by) {
        return its.periodEndsAt() != null && !its.periodEndsAt().isAfter(by.now());
    }

    private static Reason status(Correction its, CorrectionWay way) {
        return way.possibleFrom(its.status()) ? null : NOT_IN_THIS_STATUS;
    }
}
