package lockstep.listing.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Correction;

/** Thinks of moments: right ones, those at the very edge of what is right, and wrong ones. */
final class Moments {
    private final Dice dice;
    private final World world;

    Moments(Dice dice, World world) {
        this.dice = dice;
        this.world = world;
    }

    Instant reserve(Ballot round) {
        Instant last = round.deadline.plus(Duration.ofDays(14));
        Instant early = round.deadline.minus(1, ChronoUnit.MICROS);
        return dice.one(List.of(
                workingDay(round.deadline, 2),
                workingDay(round.deadline, 9),
                round.deadline,
                early,
                last,
                last.plus(1, ChronoUnit.MICROS),
                weekend(),
                world.now));
    }

    Instant deadline(Bundle its) {
        Procedure.Stage stage = world.procedure.stage(its.stage);
        Instant shortest = world.now.plus(Duration.ofHours(stage.minimumHours()));
        return switch (dice.below(12)) {
            case 0 -> world.now;
            case 1 -> shortest;
            case 2 -> shortest.minus(1, ChronoUnit.MICROS);
            case 3 -> weekend();
            case 4 -> local().plusDays(30).toInstant();
            case 5 -> local().plusDays(30).toInstant().plus(1, ChronoUnit.MICROS);
            default -> workingDay(2 + dice.below(20));
        };
    }

    Instant release() {
        return switch (dice.below(8)) {
            case 0 -> world.now;
            case 1 -> world.now.plus(1, ChronoUnit.MICROS);
            // No two packages at one instant: those have no order.
            default ->
                world.now.plus(Duration.ofHours(1 + dice.below(100))).plus(dice.below(900_000), ChronoUnit.MICROS);
        };
    }

    /** The next moment at which something is due, just before it or exactly then; or some time later, seldom long. */
    Instant later() {
        List<Instant> due = due();
        if (!due.isEmpty() && dice.below(3) > 0) {
            Instant at = dice.one(due);
            Instant before = at.minus(1, ChronoUnit.MICROS);
            int luck = dice.below(6);
            return luck == 0 && before.isAfter(world.now) ? before : luck == 1 ? at.plus(1, ChronoUnit.MICROS) : at;
        }
        int luck = dice.below(40);
        Duration by =
                luck == 0 ? Duration.ofDays(91) : luck < 10 ? Duration.ofDays(1 + dice.below(9)) : Duration.ofHours(5);
        return world.now.plus(by);
    }

    /** What is due in the next weeks. */
    List<Instant> due() {
        Stream<Instant> periods =
                world.corrections.stream().filter(Correction::pending).map(its -> its.ends);
        Stream<Instant> packages = world.packages.stream()
                .flatMap(its -> Stream.of(
                        its.roundLive() ? its.round.deadline : null,
                        its.windowEnds,
                        its.status.equals("SCHEDULED") && !its.overdue ? its.releaseAt : null,
                        its.passed == null ? null : its.passed.plus(PackageTable.STALE_AFTER)));
        Stream<Instant> lapses =
                world.proposals.stream().filter(its -> its.lapsing(world.now)).map(its -> its.lapses);
        Stream<Instant> terms =
                world.proposals.stream().filter(its -> its.listed && !its.ended).map(its -> its.expires);
        return Stream.of(packages, periods, lapses, terms)
                .flatMap(its -> its)
                .filter(at -> at != null && at.isAfter(world.now) && at.isBefore(world.now.plus(Duration.ofDays(60))))
                .toList();
    }

    private ZonedDateTime local() {
        return world.now.atZone(world.procedure.zone());
    }

    Instant workingDay(int days) {
        return workingDay(world.now, days);
    }

    Instant workingDay(Instant after, int days) {
        return world.procedure.working(
                after.atZone(world.procedure.zone()).plusDays(days).toInstant());
    }

    private Instant weekend() {
        ZonedDateTime at = local().plusDays(3);
        while (!world.procedure.closed(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }
}
