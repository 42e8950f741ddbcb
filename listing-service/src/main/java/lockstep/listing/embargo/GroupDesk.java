package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import lockstep.auth.Actor;
import lockstep.auth.Levels;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.listing.decision.AgreedRelease;
import lockstep.listing.decision.Package;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;

/** What every act on an embargo group begins and ends with: take it locked, find the actor's own side, write the history. */
@ApplicationScoped
class GroupDesk {
    private final EmbargoGroups groups;
    private final Members members;
    private final AgreedRelease agreed;
    private final Levels levels;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    GroupDesk(
            EmbargoGroups groups,
            Members members,
            AgreedRelease agreed,
            Levels levels,
            Journal journal,
            Attempt attempt,
            InstantSource clock) {
        this.groups = groups;
        this.members = members;
        this.agreed = agreed;
        this.levels = levels;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** What the history keeps of one act on a group. */
    record Done(UUID groupId, String title, Instant releaseAt, Mode mode, Object detail) {}

    Instant now() {
        return clock.instant();
    }

    EmbargoGroup take(UUID id, String event, Actor actor) {
        EmbargoGroup group = groups.requireForChange(id);
        attempt.on(event, "embargo-group", id, (int) group.version(), null, withinAgency(actor));
        return group;
    }

    /** The first member that takes part and that the actor releases: whoever speaks in the group speaks for one. */
    Member own(UUID groupId, Actor actor) {
        return find(groupId, member -> member.joined() && member.packageId() != null && mayAgree(member, actor))
                .orElseThrow(() -> new EmbargoRefused(Reason.NO_OFFICE));
    }

    Optional<Member> find(UUID groupId, Predicate<Member> which) {
        return members.of(groupId).stream().filter(which).findFirst();
    }

    List<Member> members(UUID groupId) {
        return members.of(groupId);
    }

    boolean mayAgree(Member member, Actor actor) {
        return agreed.mayAgree(member.programme(), actor);
    }

    /** Into the history of the actor's own package. */
    void done(EmbargoGroup group, Member own, String event, String why, Object detail, Actor actor) {
        Package its = agreed.take(own.packageId(), event, actor);
        groups.flush();
        agreed.note(its, event, why, of(group, detail));
    }

    /** Into the history of a package that the caller holds locked. */
    void done(EmbargoGroup group, Package its, String event, String why, Object detail) {
        groups.flush();
        agreed.note(its, event, why, of(group, detail));
    }

    /** By somebody whose side has no package in the group: for the own agency alone. */
    void doneWithin(EmbargoGroup group, String programme, String event, Object detail, Actor actor) {
        groups.flush();
        journal.append(new JournalEntry(
                event,
                1,
                "embargo-group",
                group.id(),
                (int) group.version(),
                programme,
                null,
                withinAgency(actor),
                of(group, detail)));
    }

    private static Done of(EmbargoGroup group, Object detail) {
        return new Done(group.id(), group.title(), group.releaseAt(), group.mode(), detail);
    }

    private Protection withinAgency(Actor actor) {
        return Protection.withinAgency(
                actor.agency().code(), levels.usualIn(actor.agency().country()));
    }
}
