package lockstep.listing.model;

import static lockstep.listing.model.ProposalTable.when;
import static lockstep.listing.model.Step.Twist.IN_FUTURE;
import static lockstep.listing.model.Step.Twist.NOT_ADOPTED;
import static lockstep.listing.model.Step.Twist.NOT_QUOTABLE;
import static lockstep.listing.model.Step.Twist.NO_INSTRUMENT;
import static lockstep.listing.model.Step.Twist.NO_NUMBER;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;
import static lockstep.listing.model.Step.Twist.RETROACTIVE;
import static lockstep.listing.model.Step.Twist.UNKNOWN_ENTRY;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Minutes;

/** DOMAIN §4: what is done to a package outside its rounds, recorded decisions, and the way from adoption to T. */
final class PackageTable {
    static final Duration STALE_AFTER = Duration.ofDays(90);

    private final World world;

    PackageTable(World world) {
        this.world = world;
    }

    Set<Why> refusals(Step step) {
        Person by = step.by();
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (step.event() == Step.Event.FORM) {
            when(why, !by.holds("chair"), Why.WHO);
            List<Draft> chosen = named(step);
            boolean hidden = chosen.stream().anyMatch(its -> !world.sees(by, its));
            // Whether somebody without the office could see the entries is told to nobody.
            when(why, hidden, Why.UNKNOWN);
            fitting(why, chosen.getFirst().stage, kinds(chosen), chosen);
            when(why, aboutOneTwice(chosen), Why.ENTRY);
            return why;
        }
        Bundle its = world.bundle(step.on());
        if (!world.sees(by, its)) {
            return EnumSet.of(Why.UNKNOWN);
        }
        when(why, step.has(READ_ANOTHER), Why.READ_ANOTHER);
        switch (step.event()) {
            case ADD_ENTRY -> {
                when(why, !by.holds("chair"), Why.WHO);
                when(why, !its.status.equals("FORMING"), Why.STATUS);
                when(why, named(step).stream().anyMatch(entry -> !world.sees(by, entry)), Why.UNKNOWN);
                Set<String> kinds = kinds(its.entries);
                kinds.addAll(kinds(named(step)));
                fitting(why, its.stage, kinds, named(step));
                when(
                        why,
                        aboutOneTwice(Stream.concat(its.entries.stream(), named(step).stream())
                                .toList()),
                        Why.ENTRY);
            }
            case REMOVE_ENTRY -> {
                when(why, !by.holds("chair"), Why.WHO);
                when(why, !its.status.equals("FORMING"), Why.STATUS);
                when(why, !its.entries.containsAll(named(step)), Why.ENTRY);
            }
            case DECIDE_WITHOUT -> {
                when(why, by.seat() == null, Why.WHO);
                when(why, its.entries.isEmpty(), Why.ENTRY);
            }
            case RECORD -> {
                when(why, !by.holds("secretariat"), Why.WHO);
                when(why, !Set.of("FORMING", "CLOSED").contains(its.status), Why.STATUS);
                when(why, !world.procedure.stage(its.stage).recorded(), Why.STATUS);
                when(why, its.awaiting() != null, Why.RECORD);
                when(why, world.fourEyes("RECORD", by, its), Why.FOUR_EYES);
                when(why, stale(its), Why.TOO_LONG_AGO);
                when(why, step.has(IN_FUTURE), Why.DATE);
                when(why, !step.has(NOT_ADOPTED) && step.has(NO_INSTRUMENT), Why.INSTRUMENT);
                when(why, step.has(UNKNOWN_ENTRY), Why.ENTRY);
                // An act from which every entry is left out was not adopted.
                boolean empty =
                        its.entries.stream().allMatch(entry -> step.entries().contains(entry.no));
                when(why, !step.has(NOT_ADOPTED) && empty, Why.NOTHING);
            }
            case CONFIRM_RECORD -> {
                second(why, by, its);
                when(why, world.fourEyes("CONFIRM_RECORD", by, its), Why.FOUR_EYES);
                // G9: bound to the package hash, and to the stage that the package stands at.
                Minutes record = its.records.getLast();
                when(why, !record.content.equals(its.content), Why.READ_ANOTHER);
                when(why, !record.stage.equals(its.stage) || !its.status.equals("CLOSED"), Why.STATUS);
            }
            case REFUSE_RECORD -> second(why, by, its);
            case ESCALATE -> {
                boolean window = its.windowEnds != null && its.windowEnds.isAfter(world.now);
                when(why, !Set.of("CLOSED", "ADOPTED").contains(its.status) || !window, Why.STATUS);
                boolean proposer = its.entries.stream().anyMatch(entry -> entry.agency.equals(by.agency()));
                boolean may = its.status.equals("ADOPTED")
                        ? by.seat() != null && its.outvoted.contains(by.seat())
                        : by.seat() != null || proposer;
                when(why, !may, Why.WHO);
            }
            case SCHEDULE -> {
                when(why, !by.holds("publisher"), Why.WHO);
                when(why, !its.status.equals("ADOPTED"), Why.STATUS);
                when(why, world.fourEyes("SCHEDULE", by, its), Why.FOUR_EYES);
                when(why, stale(its), Why.TOO_LONG_AGO);
                when(why, its.windowEnds != null && its.windowEnds.isAfter(world.now), Why.WINDOW);
                when(why, !step.at().isAfter(world.now), Why.DATE);
                when(why, step.has(NO_NUMBER) && !its.entries.stream().allMatch(Draft::printsNothingAnew), Why.TEXT);
                when(why, step.has(RETROACTIVE), Why.TEXT);
                LanguageTable languages = new LanguageTable(world);
                when(
                        why,
                        its.entries.stream()
                                .anyMatch(entry -> !languages.lacking(entry).isEmpty()),
                        Why.LANGUAGE);
                // G10: each quoted exhibit is released for that use.
                when(
                        why,
                        step.has(NOT_QUOTABLE) && its.entries.stream().anyMatch(LanguageTable::printed),
                        Why.QUOTATION);
            }
            case UNSCHEDULE -> {
                when(why, !by.holds("publisher") && !by.holds("chair"), Why.WHO);
                when(why, !its.status.equals("SCHEDULED"), Why.STATUS);
            }
            case GIVE_GO -> {
                when(why, !by.holds("publisher"), Why.WHO);
                when(why, !its.status.equals("SCHEDULED") || its.go, Why.STATUS);
            }
            case HOLD_RELEASE -> {
                when(why, !by.holds("publisher"), Why.WHO);
                when(why, !its.status.equals("SCHEDULED"), Why.STATUS);
                when(why, its.heldBy != null, Why.HOLD);
            }
            case LIFT_HOLD -> {
                when(why, !by.holds("publisher"), Why.WHO);
                when(why, !by.account().equals(its.heldBy), Why.HOLD);
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        boolean reads = Set.of(Step.Event.RECORD, Step.Event.CONFIRM_RECORD, Step.Event.SCHEDULE)
                .contains(step.event());
        if (!reads) {
            why.remove(Why.READ_ANOTHER);
        }
        return why;
    }

    private static void second(Set<Why> why, Person by, Bundle its) {
        Minutes record = its.records.getLast();
        when(why, !by.holds("secretariat"), Why.WHO);
        when(why, !record.status.equals("AWAITING"), Why.RECORD);
        when(why, by.account().equals(record.by), Why.FOUR_EYES);
    }

    private void fitting(Set<Why> why, String stage, Set<String> kinds, List<Draft> chosen) {
        boolean fit = chosen.stream()
                .allMatch(its -> its.status.equals("READY") && its.in == null && its.stage.equals(stage));
        when(why, !fit, Why.ENTRY);
        when(why, !world.procedure.together(kinds), Why.KINDS);
    }

    private static boolean aboutOneTwice(List<Draft> all) {
        List<Draft> listings = all.stream()
                .distinct()
                .filter(its -> its.target != null)
                .map(its -> its.target.last())
                .toList();
        return Set.copyOf(listings).size() < listings.size();
    }

    private static Set<String> kinds(Collection<Draft> proposals) {
        return proposals.stream().map(its -> its.kind).collect(Collectors.toCollection(HashSet::new));
    }

    List<Draft> named(Step step) {
        return step.entries().stream().map(world::proposal).toList();
    }

    /** G12 (b): more than 90 days since the last passed stage, and not law. */
    boolean stale(Bundle its) {
        return its.passed != null
                && its.passed.plus(STALE_AFTER).isBefore(world.now)
                && its.entries.stream().noneMatch(entry -> entry.isLaw(world.now));
    }
}
