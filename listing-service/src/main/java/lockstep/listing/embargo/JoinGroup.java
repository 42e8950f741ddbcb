package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.AgreedRelease;
import lockstep.listing.decision.Package;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;

/** An invited programme takes part with a package of its own; one that takes part already, with a further one. */
@ApplicationScoped
public class JoinGroup {
    private final Members members;
    private final AgreedRelease agreed;
    private final GroupDesk desk;

    JoinGroup(Members members, AgreedRelease agreed, GroupDesk desk) {
        this.members = members;
        this.agreed = agreed;
        this.desk = desk;
    }

    @Transactional
    public void join(UUID groupId, UUID packageId, Actor actor) {
        EmbargoGroup group = desk.take(groupId, "embargo.joined", actor);
        group.mustLieAhead(desk.now());
        Package its = agreed.take(packageId, "embargo.joined", actor);
        FoundGroup.mayJoin(its, agreed);
        Optional<Member> invitation = desk.find(
                groupId,
                member ->
                        member.live() && !member.joined() && member.programme().equals(its.programme()));
        if (invitation.isPresent()) {
            members.join(invitation.get().id(), packageId, actor, desk.now());
        } else {
            boolean partner = desk.find(
                            groupId,
                            member -> member.joined() && member.programme().equals(its.programme()))
                    .isPresent();
            EmbargoRefused.when(!partner, Reason.NOT_INVITED);
            members.add(groupId, its.programme(), packageId, actor, desk.now());
        }
        desk.done(group, its, "embargo.joined", null, null);
    }
}
