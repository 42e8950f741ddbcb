package lockstep.listing.model;

import static lockstep.listing.model.ProposalTable.when;
import static lockstep.listing.model.Step.Twist.IN_FUTURE;

import java.util.EnumSet;
import java.util.Set;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Extension;

/** DOMAIN §4, UK-RUS: what is listed urgently lapses after 56 days, extended once by 56 by two persons. */
final class ExtensionTable {
    private final World world;

    ExtensionTable(World world) {
        this.world = world;
    }

    Set<Why> refusals(Step step) {
        Person by = step.by();
        Draft its = world.proposal(step.on());
        Extension given = its.extension();
        Set<Why> why = EnumSet.noneOf(Why.class);
        when(why, !by.holds("secretariat"), Why.WHO);
        when(why, !its.lapsing(world.now), Why.STATUS);
        if (step.event() == Step.Event.EXTEND) {
            when(why, given != null, Why.EXTENDED);
            when(why, step.has(IN_FUTURE), Why.DATE);
        } else {
            when(why, given == null || given.confirmed, Why.NOTHING);
            when(why, given != null && by.account().equals(given.by), Why.FOUR_EYES);
        }
        return why;
    }

    void apply(Step step) {
        Draft its = world.proposal(step.on());
        if (step.event() == Step.Event.EXTEND) {
            its.extension = new Extension();
            its.extension.by = step.by().account();
        } else {
            its.extension().confirmed = true;
        }
    }
}
