package lockstep.listing.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lockstep.listing.model.Step.Event;
import lockstep.listing.model.World.Draft;

/**
 * Thinks of the next attempt: of several that come to mind, mostly one that is allowed, and of these rather one that was
 * seldom taken; sometimes one that isn't.
 */
final class Generator {
    private static final int CANDIDATES = 24;

    private final Dice dice;
    private final Model model;
    private final World world;
    private final Rows rows;
    private final Moments moments;
    private final Ideas ideas;
    private final Deque<Step> planned = new ArrayDeque<>();

    Generator(Random random, Model model, Rows rows) {
        this.dice = new Dice(random);
        this.model = model;
        this.world = model.world;
        this.rows = rows;
        this.moments = new Moments(dice, world);
        this.ideas = new Ideas(dice, world, moments);
    }

    Step next() {
        while (!planned.isEmpty()) {
            Step step = planned.poll();
            if (model.names(step)) {
                return step;
            }
        }
        List<Step> allowed = new ArrayList<>();
        List<Step> refused = new ArrayList<>();
        while (allowed.size() + refused.size() < CANDIDATES) {
            Step step = ideas.think();
            if (step != null && model.names(step)) {
                (model.refusals(step).isEmpty() ? allowed : refused).add(step);
            }
        }
        boolean wrong = allowed.isEmpty() || !refused.isEmpty() && dice.percent(22);
        Step chosen = wrong ? dice.one(refused) : seldom(allowed);
        follow(chosen);
        return chosen;
    }

    private Step seldom(List<Step> steps) {
        Step chosen = null;
        double best = -1;
        for (Step step : steps) {
            double key = Math.pow(dice.random().nextDouble(), weight(step));
            if (key > best) {
                best = key;
                chosen = step;
            }
        }
        return chosen;
    }

    /** The larger, the less likely: what was taken often, what ends things, what only moves time. */
    private double weight(Step step) {
        double often = 1 + Math.log10(1 + rows.times(model.attempt(step)));
        return often
                * switch (step.event()) {
                    case DRAFT -> world.proposals.stream().filter(Draft::open).count() < 4 ? 0.4 : 4;
                    case SUBMIT,
                            ACCEPT,
                            ENDORSE,
                            FIND_SUFFICIENT,
                            CONSULT,
                            FORM,
                            OPEN_ROUND,
                            RECORD,
                            CONFIRM_RECORD,
                            SCHEDULE -> 0.15;
                    case VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, ESCALATE, RESUME, GIVE_GO, LIFT_HOLD -> 0.4;
                    case CLOCK -> moments.due().isEmpty() ? 6 : 0.7;
                    case AMEND -> world.proposal(step.on()).status.equals("RETURNED") ? 0.5 : 5;
                    case JOBS, WITHDRAW -> 12;
                    case RETURN, REVISE_SUBJECT, CANCEL -> 6;
                    case HOLD, REFUSE_RECORD, UNSCHEDULE, RESUBMIT -> 4;
                    case RECUSE -> 60;
                    default -> 1.5;
                };
    }

    /** What usually comes in a row: the jobs after the clock, the votes of a round. */
    private void follow(Step chosen) {
        if (chosen.event() == Event.CLOCK && dice.percent(85)) {
            planned.add(Ideas.plain(Event.JOBS, null, 0));
        }
        if (chosen.event() == Event.OPEN_ROUND && model.refusals(chosen).isEmpty() && dice.percent(70)) {
            votes(chosen);
        }
    }

    private void votes(Step opening) {
        List<String> seats = dice.shuffled(List.copyOf(world.procedure.seats().keySet()));
        int mood = dice.below(6);
        int many = dice.below(4) == 0 ? dice.below(seats.size() + 1) : seats.size();
        for (String seat : seats.subList(0, many)) {
            int luck = dice.below(100);
            String say =
                    switch (mood) {
                        case 0, 1 -> "APPROVE";
                        case 2 -> luck < 60 ? "APPROVE" : "ABSTAIN";
                        case 3 -> luck < 50 ? "OBJECT" : "APPROVE";
                        case 4 -> luck < 8 ? "OBJECT" : luck < 14 ? "RESERVE" : "APPROVE";
                        default -> luck < 85 ? "APPROVE" : "ABSTAIN";
                    };
            Person by = holder(seat);
            planned.add(new Step(
                    Event.VOTE,
                    by,
                    opening.on(),
                    List.of(),
                    say,
                    say.equals("RESERVE") ? moments.workingDay(5) : null,
                    Set.of()));
        }
    }

    private Person holder(String seat) {
        return dice.one(
                world.people.stream().filter(its -> seat.equals(its.seat())).toList());
    }
}
