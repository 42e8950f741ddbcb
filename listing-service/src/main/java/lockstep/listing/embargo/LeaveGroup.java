package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.AgreedRelease;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.PackageStatus;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;

/** A programme declines its invitation, or takes its package out of the group before that is scheduled. */
@ApplicationScoped
public class LeaveGroup {
    private final Members members;
    private final AgreedRelease agreed;
    private final GroupDesk desk;

    LeaveGroup(Members members, AgreedRelease agreed, GroupDesk desk) {
        this.members = members;
        this.agreed = agreed;
        this.desk = desk;
    }

    record Left(String programme, String reason) {}

    @Transactional
    public void leave(UUID groupId, UUID memberId, String reason, Actor actor) {
        EmbargoGroup group = desk.take(groupId, "embargo.left", actor);
        Member its = desk.find(groupId, member -> member.live() && member.id().equals(memberId))
                .orElseThrow(() -> new EmbargoRefused(Reason.UNKNOWN_MEMBER));
        EmbargoRefused.when(!desk.mayAgree(its, actor), Reason.NO_OFFICE);
        if (!its.joined()) {
            members.leave(memberId, reason, actor, desk.now());
            desk.doneWithin(group, its.programme(), "embargo.left", new Left(its.programme(), reason), actor);
        } else {
            // publishers come into a package with its approval: who doesn't see it yet can't take it out
            EmbargoRefused.when(its.packageId() == null, Reason.UNKNOWN_MEMBER);
            Package pack = agreed.take(its.packageId(), "embargo.left", actor);
            EmbargoRefused.when(pack.status() == PackageStatus.SCHEDULED, Reason.SCHEDULED_STILL);
            EmbargoRefused.when(pack.status() == PackageStatus.PUBLISHED, Reason.PACKAGE_IS_OVER);
            members.leave(memberId, reason, actor, desk.now());
            desk.done(group, pack, "embargo.left", reason, null);
        }
    }
}
