package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Levels;
import lockstep.listing.decision.AgreedRelease;
import lockstep.listing.decision.Package;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.programme.Programmes;

/** Publisher or chair of a package proposes to other programmes to release at one instant. */
@ApplicationScoped
public class FoundGroup {
    private final EmbargoGroups groups;
    private final Members members;
    private final AgreedRelease agreed;
    private final Programmes programmes;
    private final Levels levels;
    private final GroupDesk desk;

    FoundGroup(
            EmbargoGroups groups,
            Members members,
            AgreedRelease agreed,
            Programmes programmes,
            Levels levels,
            GroupDesk desk) {
        this.groups = groups;
        this.members = members;
        this.agreed = agreed;
        this.programmes = programmes;
        this.levels = levels;
        this.desk = desk;
    }

    record Invited(List<String> programmes) {}

    /** {@code invited}: codes of the programmes that are asked to take part. */
    @Transactional
    public EmbargoGroup found(UUID packageId, EmbargoGroup.Terms terms, List<String> invited, Actor actor) {
        Package its = agreed.take(packageId, "embargo.founded", actor);
        mayJoin(its, agreed);
        EmbargoRefused.when(
                invited.stream().anyMatch(code -> programmes.find(code).isEmpty()), Reason.UNKNOWN_PROGRAMME);
        EmbargoGroup group = new EmbargoGroup(
                UUID.randomUUID(), terms, levels.usualIn(actor.agency().country()), actor, desk.now());
        groups.persistAndFlush(group);
        members.add(group.id(), its.programme(), its.id(), actor, desk.now());
        invited.stream()
                .distinct()
                .filter(code -> !code.equals(its.programme()))
                .forEach(code -> members.invite(group.id(), code, actor, desk.now()));
        desk.done(group, its, "embargo.founded", terms.title(), new Invited(invited));
        return group;
    }

    static void mayJoin(Package its, AgreedRelease agreed) {
        EmbargoRefused.when(its.status().over(), Reason.PACKAGE_IS_OVER);
        EmbargoRefused.when(agreed.of(its.id()).isPresent(), Reason.IN_A_GROUP);
    }
}
