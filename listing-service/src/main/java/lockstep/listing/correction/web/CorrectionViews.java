package lockstep.listing.correction.web;

import lockstep.listing.correction.Correction;
import lockstep.listing.correction.CorrectionDossier;
import lockstep.listing.correction.web.CorrectionBodies.CorrectableView;
import lockstep.listing.correction.web.CorrectionBodies.CorrectionView;
import lockstep.listing.correction.web.CorrectionBodies.FieldView;
import lockstep.listing.correction.web.CorrectionBodies.Hand;

/** How corrections are shown. */
final class CorrectionViews {
    private CorrectionViews() {}

    static CorrectionView of(CorrectionDossier.Known known) {
        Correction its = known.correction();
        return new CorrectionView(
                its.id(),
                its.proposalId(),
                its.packageId(),
                its.caseId(),
                its.programme(),
                its.revision(),
                its.status().name(),
                its.reason(),
                its.changes(),
                its.decidedHash(),
                its.fromHash(),
                its.correctionHash(),
                its.toHash(),
                new Hand(its.madeAccount(), its.madeAgency(), null, its.madeAt()),
                its.confirmedAt() == null
                        ? null
                        : new Hand(its.confirmedAccount(), its.confirmedAgency(), null, its.confirmedAt()),
                its.periodEndsAt(),
                its.electorate(),
                its.endedAt() == null
                        ? null
                        : new Hand(its.endedAccount(), its.endedAgency(), its.endedSeat(), its.endedAt()),
                its.endedWhy(),
                known.actions());
    }

    static CorrectableView of(CorrectionDossier.Correctable known) {
        boolean decided = known.text() != null;
        return new CorrectableView(
                known.proposal().id(),
                decided ? known.proposal().packageId() : null,
                decided ? known.text().decidedHash() : null,
                decided ? known.text().hash() : null,
                known.fields().stream()
                        .map(its -> new FieldView(its.field(), its.part(), its.text(), its.kinds()))
                        .toList(),
                known.actions());
    }
}
