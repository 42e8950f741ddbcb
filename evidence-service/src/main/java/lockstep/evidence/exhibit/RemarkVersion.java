package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.journal.Journal;

/** Gives a version the lower marking that its originator's release officer has decided on. */
@ApplicationScoped
public class RemarkVersion {
    private final Exhibits exhibits;
    private final Journal journal;

    public RemarkVersion(Exhibits exhibits, Journal journal) {
        this.exhibits = exhibits;
        this.journal = journal;
    }

    /** In the transaction of the decision, which has checked that the marking is lower. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remark(VersionRef ref, Marking lower, Actor by) {
        ExhibitVersion version = exhibits.lockedFor(by, ref.exhibitId())
                .flatMap(seen -> seen.version(ref.version()))
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        Marking before = version.marking();
        version.remark(lower);
        exhibits.flush();
        journal.append(ExhibitEvents.remarked(version, before));
    }
}
