package lockstep.listing.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Said;

/**
 * Thinks histories through in the model alone, which is much faster than the service, until some come to rows or guards that
 * were not seen yet: the one that comes to the most of them is then gone in earnest.
 */
final class Foresight {
    private static final int HISTORIES = 200;
    private static final int CHOICE = 10;
    private static final int THOUGHTS = 20;

    private final Random random;
    private final Procedure procedure;
    private final Rows seen;

    Foresight(Random random, Procedure procedure, Rows seen) {
        this.random = random;
        this.procedure = procedure;
        this.seen = seen;
    }

    /** A history as far as it comes to something new. */
    private record Way(List<Step> steps, int unseen) {}

    /** None where nothing new was come to. */
    List<Step> towardsUnseen(Instant start, int most) {
        int unseen = seen.never().size();
        return Stream.generate(() -> history(start, most, unseen))
                .limit(unseen == 0 ? 0 : HISTORIES)
                .filter(way -> way.unseen() < unseen)
                .limit(CHOICE)
                .min(Comparator.comparing(Way::unseen))
                .map(Way::steps)
                .orElse(List.of());
    }

    private Way history(Instant start, int most, int unseen) {
        Way way = new Way(List.of(), unseen);
        Rows rows = seen.copy();
        Model model = new Model(new World(procedure, start, rows));
        Generator generator = new Generator(random, model, rows, THOUGHTS);
        List<Step> steps = new ArrayList<>();
        for (Step next = generator.next(); next != null && steps.size() < most; next = generator.next()) {
            steps.add(next);
            model.take(next, model.refusals(next));
            model.world.packages.forEach(its -> deadline(model.world, its));
            int left = rows.never().size();
            if (left < way.unseen()) {
                way = new Way(List.copyOf(steps), left);
            }
        }
        return way;
    }

    /** One that the service could choose where the clock began anew. */
    private static void deadline(World world, Bundle its) {
        Ballot round = its.round;
        if (round == null || round.deadline != null) {
            return;
        }
        Duration shortest = Duration.ofHours(world.procedure.stage(round.stage).minimumHours());
        Instant at = world.procedure.working(world.now.plus(shortest));
        Stream<Instant> reserves = round.votes.values().stream().map(Said::until);
        round.deadline = Stream.concat(Stream.of(at, round.before), reserves)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
