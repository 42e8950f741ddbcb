package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;

/** A member moves the agreed instant, with a reason; every GO must be given anew. */
@ApplicationScoped
public class MoveRelease {
    private final GroupDesk desk;

    MoveRelease(GroupDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public void move(UUID groupId, Instant to, String reason, Actor actor) {
        EmbargoGroup group = desk.take(groupId, "embargo.moved", actor);
        Member own = desk.own(groupId, actor);
        EmbargoRefused.when(
                desk.find(groupId, member -> member.state() == Members.State.PUBLISHED)
                        .isPresent(),
                Reason.RELEASED_ALREADY);
        EmbargoGroup.Move move = group.moveTo(to, reason, actor, desk.now());
        desk.done(group, own, "embargo.moved", reason, move, actor);
    }
}
