package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;
import lockstep.listing.programme.Programmes;

/** A member asks a further programme to release with them; its publishers and chairs see the group from then on. */
@ApplicationScoped
public class InviteProgramme {
    private final Members members;
    private final Programmes programmes;
    private final GroupDesk desk;

    InviteProgramme(Members members, Programmes programmes, GroupDesk desk) {
        this.members = members;
        this.programmes = programmes;
        this.desk = desk;
    }

    record Invited(String programme) {}

    @Transactional
    public void invite(UUID groupId, String programme, Actor actor) {
        EmbargoGroup group = desk.take(groupId, "embargo.invited", actor);
        Member own = desk.own(groupId, actor);
        group.mustLieAhead(desk.now());
        EmbargoRefused.when(programmes.find(programme).isEmpty(), Reason.UNKNOWN_PROGRAMME);
        boolean there = desk.find(
                        groupId, member -> member.live() && member.programme().equals(programme))
                .isPresent();
        EmbargoRefused.when(there || !members.invite(groupId, programme, actor, desk.now()), Reason.INVITED_ALREADY);
        desk.done(group, own, "embargo.invited", null, new Invited(programme), actor);
    }
}
