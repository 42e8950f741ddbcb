package lockstep.listing.model;

import static lockstep.listing.model.ProposalTable.when;
import static lockstep.listing.model.Step.Twist.BEYOND_FORM;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import lockstep.listing.model.World.Correction;
import lockstep.listing.model.World.Draft;

/** DOMAIN §4, "Formal correction": made by one person, confirmed by LEGAL, stopped by a seat in its tacit period. */
final class CorrectionTable {
    private final World world;

    CorrectionTable(World world) {
        this.world = world;
    }

    Set<Why> refusals(Step step) {
        Person by = step.by();
        if (step.event() == Step.Event.CORRECT) {
            return making(step, by, world.proposal(step.on()));
        }
        Correction its = world.correction(step.on());
        if (!world.sees(by, its.in)) {
            return EnumSet.of(Why.UNKNOWN);
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        switch (step.event()) {
            case CONFIRM_CORRECTION -> {
                when(why, !its.status.equals("PROPOSED"), Why.STATUS);
                when(why, !by.holds("legal"), Why.WHO);
                boolean own = by.account().equals(its.by.account());
                when(why, own || world.fourEyes("CONFIRM_CORRECTION", by, its.of), Why.FOUR_EYES);
                when(why, step.has(READ_ANOTHER), Why.READ_ANOTHER);
            }
            case REFUSE_CORRECTION -> {
                when(why, !its.status.equals("PROPOSED"), Why.STATUS);
                when(why, !by.holds("legal"), Why.WHO);
            }
            case WITHDRAW_CORRECTION -> {
                when(why, !its.pending(), Why.STATUS);
                when(why, !by.agency().equals(its.by.agency()), Why.WHO);
            }
            case DEMAND_ROUND -> {
                when(why, !its.status.equals("TACIT"), Why.STATUS);
                when(why, by.seat() == null || !its.electorate.contains(by.seat()), Why.WHO);
                when(why, its.ends != null && !its.ends.isAfter(world.now), Why.DEADLINE);
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        return why;
    }

    private Set<Why> making(Step step, Person by, Draft of) {
        boolean seen = world.sees(by, of) && (of.in == null || world.sees(by, of.in));
        if (!seen) {
            return EnumSet.of(Why.UNKNOWN);
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        boolean decided = of.in != null
                && of.passed != null
                && Set.of("READY", "APPROVED", "SCHEDULED").contains(of.status);
        when(why, !decided, Why.STATUS);
        when(why, Set.of("REMOVE", "CONFIRM").contains(of.kind), Why.KINDS);
        boolean proposer = by.agency().equals(of.agency);
        when(why, !proposer && !by.holds("chair") && !by.holds("secretariat"), Why.WHO);
        when(why, world.corrections.stream().anyMatch(its -> its.of == of && its.pending()), Why.PENDING);
        boolean again = world.corrections.stream()
                .anyMatch(its -> its.of == of && its.status.equals("TAKEN_IN") && its.field.equals(step.say()));
        when(why, again || step.has(BEYOND_FORM), Why.BOUNDS);
        when(why, step.has(READ_ANOTHER), Why.READ_ANOTHER);
        return why;
    }

    void apply(Step step) {
        if (step.event() == Step.Event.CORRECT) {
            Correction made = new Correction();
            made.of = world.proposal(step.on());
            made.in = made.of.in;
            made.by = step.by();
            made.field = step.say();
            world.corrections.add(made);
            world.rows.taken("correction - make PROPOSED");
            return;
        }
        Correction its = world.correction(step.on());
        switch (step.event()) {
            case CONFIRM_CORRECTION -> {
                its.electorate = its.of.electorate;
                its.ends = periodEnds();
                its.of.did(step.by(), "CONFIRM_CORRECTION");
                world.move(its, "confirm", "TACIT");
            }
            case REFUSE_CORRECTION -> world.move(its, "refuse", "REFUSED");
            case WITHDRAW_CORRECTION -> world.move(its, "withdraw", "WITHDRAWN");
            case DEMAND_ROUND -> world.move(its, "demandRound", "DROPPED");
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    /** As long as a silence, and like it ending on a working day. */
    private Instant periodEnds() {
        return world.procedure.working(world.now.plus(Duration.ofHours(48)));
    }
}
