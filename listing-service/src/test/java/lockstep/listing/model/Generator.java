package lockstep.listing.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lockstep.listing.model.Step.Event;

/** Thinks of the next attempt: mostly one that brings something onward, else one that was seldom made, right or wrong. */
final class Generator {
    private final Dice dice;
    private final Model model;
    private final World world;
    private final Rows rows;
    private final Moments moments;
    private final Ideas ideas;
    private final Onward onward;
    private final int thoughts;
    private final int wrongs;
    private final int detours;
    private final Deque<Step> planned = new ArrayDeque<>();

    /** {@code thoughts}: of how many attempts the one is chosen that was seen least. */
    Generator(Random random, Model model, Rows rows, int thoughts) {
        this.thoughts = thoughts;
        this.dice = new Dice(random);
        this.model = model;
        this.world = model.world;
        this.rows = rows;
        this.moments = new Moments(dice, world);
        this.ideas = new Ideas(dice, world, moments);
        this.onward = new Onward(dice, model, ideas);
        this.wrongs = dice.one(List.of(10, 30, 50));
        this.detours = dice.one(List.of(10, 25, 40));
    }

    /** What comes first, as far as it names what is there. */
    void plan(List<Step> steps) {
        planned.addAll(steps);
    }

    /** Null where the history is over. */
    Step next() {
        while (!planned.isEmpty()) {
            Step step = planned.poll();
            if (model.names(step)) {
                return step;
            }
        }
        Step chosen = dice.percent(wrongs) ? seldom(false) : dice.percent(detours) ? seldom(true) : onward.think();
        if (chosen != null) {
            follow(chosen);
        }
        return chosen;
    }

    /** Of what comes to mind and is allowed, or isn't, rather what was seldom seen. */
    private Step seldom(boolean allowed) {
        List<Event> unseen = rows.unseen();
        Step chosen = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < thoughts || chosen == null; i++) {
            Step step = allowed || unseen.isEmpty() || dice.percent(40) ? ideas.think() : ideas.of(dice.one(unseen));
            if (step == null || !model.names(step)) {
                continue;
            }
            Set<Why> refusals = model.refusals(step);
            if (refusals.isEmpty() == allowed) {
                int times =
                        allowed ? rows.timesAccepted(model.attempt(step)) : rows.timesRefused(step.event(), refusals);
                double key = (times + dice.random().nextDouble()) * cost(step.event());
                if (key < least) {
                    least = key;
                    chosen = step;
                }
            }
        }
        return chosen;
    }

    /** What leaves the less to be done after it. */
    private static double cost(Event event) {
        return switch (event) {
            case CLOCK, JOBS, WITHDRAW, CANCEL, DRAFT -> 4;
            case RECUSE -> 10;
            default -> 1;
        };
    }

    /** What usually comes in a row: the jobs after the clock, the votes of a round. */
    private void follow(Step chosen) {
        if (chosen.event() == Event.CLOCK && dice.percent(60)) {
            planned.add(Ideas.plain(Event.JOBS, null, 0));
        }
        if (chosen.event() == Event.OPEN_ROUND && model.refusals(chosen).isEmpty() && dice.percent(80)) {
            votes(chosen);
        }
    }

    private void votes(Step opening) {
        List<String> seats = dice.shuffled(List.copyOf(world.procedure.seats().keySet()));
        boolean silence =
                world.procedure.stage(world.bundle(opening.on()).stage).silence();
        int mood = dice.one(silence ? List.of(0, 1, 2, 3, 4, 5) : List.of(0, 2, 3, 3, 3, 5));
        int many = dice.percent(silence ? 12 : 75) ? seats.size() : dice.below(Math.min(seats.size(), 14));
        for (String seat : seats.subList(0, many)) {
            int luck = dice.below(100);
            String say =
                    switch (mood) {
                        case 0, 1 -> "APPROVE";
                        case 2 -> "ABSTAIN";
                        case 3 -> luck < 30 ? "OBJECT" : "APPROVE";
                        case 4 -> luck < 8 ? "OBJECT" : luck < 14 ? "RESERVE" : "APPROVE";
                        default -> luck < 70 ? "APPROVE" : "ABSTAIN";
                    };
            Person by = holder(seat);
            planned.add(new Step(
                    Event.VOTE,
                    by,
                    opening.on(),
                    List.of(),
                    say,
                    say.equals("RESERVE") ? moments.workingDay(opening.at(), 2) : null,
                    Set.of()));
        }
    }

    private Person holder(String seat) {
        return dice.one(
                world.people.stream().filter(its -> seat.equals(its.seat())).toList());
    }
}
