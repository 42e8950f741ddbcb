package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.KeepContent;
import lockstep.evidence.exhibit.KeepContent.Kept;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.db.ReadOnly;

/** Keeps content that came in one go, and counts it in the same transaction: what is beyond the limit leaves no row. */
@ApplicationScoped
class KeepWithinQuota {
    private final KeepContent keep;
    private final Quota quota;

    KeepWithinQuota(KeepContent keep, Quota quota) {
        this.keep = keep;
        this.quota = quota;
    }

    /** Saves the sending of what can't be kept; the count itself is made when the bytes are here. */
    @ReadOnly
    void refuseBeyond(ExhibitVersion target, long announced) {
        if (!quota.fits(target.caseId(), target.originator(), Math.max(1, announced))) {
            throw new ExhibitRefused(Reason.CASE_FULL);
        }
    }

    @Transactional
    ExhibitVersion keep(UUID exhibitId, int n, SealedBytes sealed, String detected, Actor by) {
        Kept kept = keep.keep(exhibitId, n, sealed, detected, by);
        ExhibitVersion version = kept.version();
        if (kept.now() && !quota.take(version.caseId(), version.originator(), sealed.size())) {
            throw new ExhibitRefused(Reason.CASE_FULL);
        }
        return version;
    }
}
