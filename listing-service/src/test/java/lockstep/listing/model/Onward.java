package lockstep.listing.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lockstep.listing.model.Step.Event;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Correction;
import lockstep.listing.model.World.Draft;

/** Thinks of what brings something onward, by somebody who may, so that histories go all the way. */
final class Onward {
    private static final int TRIES = 80;

    private final Dice dice;
    private final Model model;
    private final World world;
    private final Ideas ideas;
    /** How many proposals are on their way at once. */
    private final int breadth;

    Onward(Dice dice, Model model, Ideas ideas) {
        this.dice = dice;
        this.model = model;
        this.world = model.world;
        this.ideas = ideas;
        this.breadth = 1 + dice.below(6);
    }

    /** Null where nothing goes on: the history is over. */
    Step think() {
        boolean few = world.proposals.stream().filter(Draft::open).count() < breadth;
        Step draft = few && dice.percent(40) ? allowed(() -> ideas.of(Event.DRAFT)) : null;
        if (draft != null) {
            return draft;
        }
        List<Supplier<Step>> proposals = new ArrayList<>();
        world.proposals.forEach(its -> proposals.add(() -> onward(its)));
        List<Supplier<Step>> decided = new ArrayList<>();
        world.packages.forEach(its -> decided.add(() -> onward(its)));
        world.corrections.forEach(its -> decided.add(() -> onward(its)));
        List<Supplier<Step>> things = dice.shuffled(proposals);
        things.addAll(dice.percent(60) ? 0 : things.size(), dice.shuffled(decided));
        things.add(() -> allowed(() -> ideas.of(Event.DRAFT)));
        return first(things.stream());
    }

    private static Step first(Stream<Supplier<Step>> thoughts) {
        return thoughts.map(Supplier::get)
                .filter(step -> step != null)
                .findFirst()
                .orElse(null);
    }

    private Step onward(Correction its) {
        return switch (its.status) {
            case "PROPOSED" ->
                allowed(() ->
                        ideas.onCorrection(dice.percent(80) ? Event.CONFIRM_CORRECTION : Event.REFUSE_CORRECTION, its));
            case "TACIT" -> dice.percent(50) ? due(its.ends) : null;
            default -> null;
        };
    }

    private Step onward(Draft its) {
        return switch (its.status) {
            case "DRAFT", "RETURNED" ->
                its.target != null && its.target.ended
                        ? first(its, Event.WITHDRAW)
                        : first(its, Event.SUBMIT, Event.AMEND);
            case "SUBMITTED" -> first(its, Event.ACCEPT);
            case "IN_REVIEW" -> first(its, Event.ENDORSE);
            case "LEGAL_REVIEW" -> first(its, Event.FIND_SUFFICIENT);
            case "ON_HOLD" -> first(its, Event.RESUME);
            case "PUBLISHED" -> its.lapsing(world.now) && dice.percent(10) ? due(its.lapses) : null;
            case "READY" ->
                // Others may come, so that a package has several entries.
                its.in != null || dice.percent(60)
                        ? null
                        : allowed(() -> ideas.of(dice.percent(75) ? Event.FORM : Event.ADD_ENTRY));
            default -> null;
        };
    }

    private Step onward(Bundle its) {
        if (its.passed != null && its.open() && dice.percent(8)) {
            return first(dice.one(its.entries), Event.CORRECT);
        }
        if (its.windowEnds != null) {
            return dice.percent(60) ? null : dice.percent(50) ? first(its, Event.ESCALATE) : due(its.windowEnds);
        }
        return switch (its.status) {
            case "FORMING", "CLOSED" -> deciding(its);
            case "ADOPTED" -> scheduling(its);
            case "SCHEDULED" -> {
                if (its.heldBy == null && !its.overdue) {
                    yield due(its.releaseAt);
                }
                // One whose target is gone would come back again and again.
                yield dice.percent(50) ? first(its, its.heldBy != null ? Event.LIFT_HOLD : Event.GIVE_GO) : null;
            }
            default -> null;
        };
    }

    private Step scheduling(Bundle its) {
        return its.entries.stream()
                .filter(entry -> !model.inEachLanguage(entry))
                .findFirst()
                .map(entry -> first(entry, Event.CONFIRM_LANGUAGE, Event.WRITE_LANGUAGE))
                .orElseGet(() -> first(its, Event.SCHEDULE));
    }

    private Step deciding(Bundle its) {
        if (its.passed != null && dice.percent(its.status.equals("FORMING") ? 25 : 12)) {
            // Seldom it waits until what was decided is stale.
            return due(its.passed.plus(PackageTable.STALE_AFTER).plusMillis(1));
        }
        if (world.procedure.stage(its.stage).recorded()) {
            return its.awaiting() == null
                    ? first(its, Event.RECORD)
                    : first(its, Event.CONFIRM_RECORD, Event.REFUSE_RECORD);
        }
        if (its.roundLive()) {
            Event next = its.round.status.equals("STOPPED")
                    ? dice.one(List.of(
                            Event.VOTE, Event.LIFT, Event.LIFT, Event.CARVE_OUT, Event.NOTE, Event.CLOSE_FAILED))
                    : Event.VOTE;
            // Where silence doesn't consent, those who have not voted must.
            int waiting = its.round.silence ? 60 : 15;
            return next == Event.VOTE && dice.percent(waiting) && its.round.status.equals("OPEN")
                    ? due(its.round.deadline)
                    : allowed(() -> ideas.onRound(next, its));
        }
        return its.entries.stream()
                .filter(entry -> !model.consulted(entry))
                .findFirst()
                .map(entry -> first(entry, Event.CONSULT))
                .orElseGet(() -> first(its, Event.OPEN_ROUND));
    }

    private Step due(Instant at) {
        return at.isAfter(world.now) ? Ideas.clock(at) : Ideas.plain(Event.JOBS, null, 0);
    }

    private Step first(Draft its, Event... events) {
        return first(Stream.of(events).map(event -> () -> allowed(() -> ideas.on(event, its))));
    }

    private Step first(Bundle its, Event... events) {
        return first(Stream.of(events).map(event -> () -> allowed(() -> ideas.on(event, its))));
    }

    /** Null if nothing of what came to mind is allowed. */
    private Step allowed(Supplier<Step> ideas) {
        return Stream.generate(ideas)
                .limit(TRIES)
                .filter(step -> step != null && model.refusals(step).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
