package lockstep.listing.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import lockstep.listing.model.Step.Event;
import lockstep.listing.model.Step.Twist;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Correction;
import lockstep.listing.model.World.Draft;

/** Thinks of attempts: of any event, on anything, by somebody who mostly may and sometimes may not. */
final class Ideas {
    private static final int MOST_PROPOSALS = 15;

    private final Dice dice;
    private final World world;
    private final Moments moments;

    Ideas(Dice dice, World world, Moments moments) {
        this.dice = dice;
        this.world = world;
        this.moments = moments;
    }

    static Step plain(Event event, Person by, int on) {
        return new Step(event, by, on, List.of(), null, null, Set.of());
    }

    static Step clock(Instant at) {
        return new Step(Event.CLOCK, null, 0, List.of(), null, at, Set.of());
    }

    /** Null where nothing came to mind. */
    Step think() {
        return of(dice.one(Event.values()));
    }

    /** An attempt of this kind, on anything. */
    Step of(Event event) {
        return switch (event) {
            case CLOCK -> clock(moments.later());
            case JOBS -> plain(event, null, 0);
            case DRAFT -> drafting();
            case REVISE_SUBJECT ->
                twisted(
                        plain(event, someone("", dice.below(4) > 0), 1 + dice.below(world.subjects())),
                        Twist.CONFIRMED,
                        70);
            case RECUSE -> recusing();
            case FORM -> forming();
            case ADD_ENTRY,
                    REMOVE_ENTRY,
                    DECIDE_WITHOUT,
                    OPEN_ROUND,
                    RECORD,
                    CONFIRM_RECORD,
                    REFUSE_RECORD,
                    ESCALATE,
                    SCHEDULE,
                    UNSCHEDULE,
                    GIVE_GO,
                    HOLD_RELEASE,
                    LIFT_HOLD -> rather(world.packages, Bundle::open, its -> on(event, its));
            case VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, MOVE_DEADLINE, CANCEL -> round(event);
            case EXTEND, CONFIRM_EXTENSION -> extending(event);
            case CONFIRM_CORRECTION, REFUSE_CORRECTION, WITHDRAW_CORRECTION, DEMAND_ROUND ->
                rather(world.corrections, Correction::pending, its -> onCorrection(event, its));
            default -> rather(world.proposals, its -> !its.terminal(), its -> on(event, its));
        };
    }

    /** On one with which something can be done, seldom on another; null if there is none. */
    private <T> Step rather(List<T> all, Predicate<T> open, Function<T, Step> idea) {
        List<T> those = dice.percent(25) ? all : all.stream().filter(open).toList();
        return those.isEmpty() ? null : idea.apply(dice.one(those));
    }

    /** A history takes no more proposals, so that it ends. */
    boolean full() {
        return world.proposals.size() >= MOST_PROPOSALS;
    }

    /** Seldom the chair, without whom nothing goes on. */
    private Step recusing() {
        int in = 1 + dice.below(world.procedure.proposers().size());
        // A seat is empty only once all who hold it are recused.
        List<Person> lastOfSeat = world.people.stream()
                .filter(its -> its.seat() != null && !world.recused(its, in))
                .filter(its -> world.people.stream()
                        .anyMatch(other -> its.seat().equals(other.seat()) && world.recused(other, in)))
                .toList();
        Person by = dice.one(lastOfSeat.isEmpty() || dice.percent(50) ? world.people : lastOfSeat);
        return by.holds("chair") && !dice.percent(20) ? null : plain(Event.RECUSE, by, in);
    }

    private Step drafting() {
        if (full()) {
            return null;
        }
        int subject = 1 + dice.below(world.subjects());
        String agency = world.agencyOf(world.caseOf(subject));
        Person by = dice.below(8) == 0 ? dice.one(world.people) : ofAgency(agency);
        List<Draft> listed = world.proposals.stream().filter(its -> its.listed).toList();
        String kind = "ADD";
        List<Integer> about = List.of();
        if (!listed.isEmpty() && dice.percent(80)) {
            Draft target = dice.one(listed);
            kind = dice.one(world.procedure.kinds().stream()
                    .filter(its -> !its.equals("ADD"))
                    .toList());
            about = List.of(target.no);
            subject = target.subject;
            by = ofAgency(world.agencyOf(target.caseNo));
        }
        Step step = urgent(new Step(Event.DRAFT, by, subject, about, kind, null, Set.of()));
        return twisted(twisted(step, Twist.INCOMPLETE, 6), Twist.THIN, 6);
    }

    private Step urgent(Step step) {
        return world.procedure.urgent() ? twisted(step, Twist.URGENT, 60) : step;
    }

    Step on(Event event, Draft its) {
        boolean right = dice.below(3) > 0;
        Person by =
                switch (event) {
                    case AMEND, SUBMIT, WITHDRAW, RESUBMIT, CORRECT ->
                        right ? ofAgency(its.agency) : dice.one(world.people);
                    case ACCEPT -> someone(dice.percent(50) ? "chair" : "registrar", right);
                    case RETURN -> someone(dice.one(List.of("chair", "reviewer", "legal")), right);
                    case ENDORSE -> someone("reviewer", right);
                    case FIND_SUFFICIENT, CONFIRM_LANGUAGE -> someone("legal", right);
                    case WRITE_LANGUAGE ->
                        right && dice.percent(60)
                                ? ofAgency(its.agency)
                                : someone(dice.one(List.of("secretariat", "publisher")), right);
                    default -> someone("chair", right);
                };
        if (event == Event.RESUBMIT && full()) {
            return null;
        }
        Instant at = event == Event.HOLD ? dice.below(8) == 0 ? world.now : world.now.plus(Duration.ofDays(20)) : null;
        Step step = new Step(event, by, its.no, List.of(), null, at, Set.of());
        return switch (event) {
            case AMEND -> twisted(twisted(urgent(step), Twist.INCOMPLETE, 5), Twist.THIN, 5);
            case SUBMIT -> twisted(twisted(step, Twist.REPLY, 60), Twist.READ_ANOTHER, 12);
            case ACCEPT ->
                twisted(
                        dice.below(6) == 0
                                ? twisted(step, Twist.NOTHING_JUDGED, 50)
                                : twisted(step, Twist.JUDGED_SAME, 15),
                        Twist.READ_ANOTHER,
                        4);
            case FIND_SUFFICIENT -> twisted(twisted(step, Twist.HALF_AN_OPINION, 12), Twist.READ_ANOTHER, 12);
            case CONSULT -> twisted(twisted(step, Twist.IN_FUTURE, 15), Twist.READ_ANOTHER, 12);
            case CORRECT -> correcting(step);
            case WRITE_LANGUAGE, CONFIRM_LANGUAGE -> inLanguage(step, its);
            default -> twisted(step, Twist.READ_ANOTHER, 12);
        };
    }

    /** Mostly in a language that lacks it, seldom in one that nobody asks for. */
    private Step inLanguage(Step step, Draft its) {
        boolean writes = step.event() == Event.WRITE_LANGUAGE;
        List<String> asked = world.procedure.languages();
        List<String> lacking = asked.stream()
                .filter(language -> its.wordings().containsKey(language) != writes)
                .filter(language -> writes || its.wordings().get(language).confirmedBy == null)
                .toList();
        String language = asked.isEmpty() || dice.percent(6)
                ? "la"
                : dice.one(lacking.isEmpty() || dice.percent(25) ? asked : lacking);
        Step said = new Step(step.event(), step.by(), step.on(), List.of(), language, null, Set.of());
        Step read = twisted(said, Twist.READ_ANOTHER, 12);
        return writes ? twisted(twisted(read, Twist.OTHER_WORDS, 30), Twist.TOO_FEW_PARAGRAPHS, 12) : read;
    }

    /** Proposals that a package can take, and seldom one that it can't. */
    private List<Integer> ready() {
        return world.proposals.stream()
                .filter(its -> its.status.equals("READY") && its.in == null || dice.below(30) == 0)
                .map(its -> its.no)
                .toList();
    }

    private Step forming() {
        List<Integer> ready = ready();
        Person by = someone("chair", dice.below(5) > 0);
        return ready.isEmpty()
                ? null
                : new Step(Event.FORM, by, 0, dice.percent(50) ? ready : dice.some(ready, 3), null, null, Set.of());
    }

    Step on(Event event, Bundle its) {
        boolean right = dice.below(3) > 0;
        List<Integer> ready = ready();
        List<Integer> in = its.entries.stream().map(entry -> entry.no).toList();
        Person by =
                switch (event) {
                    case RECORD, CONFIRM_RECORD, REFUSE_RECORD -> someone("secretariat", right);
                    case SCHEDULE, UNSCHEDULE, GIVE_GO, HOLD_RELEASE, LIFT_HOLD -> someone("publisher", right);
                    case DECIDE_WITHOUT -> seated(right);
                    case ESCALATE -> dice.percent(50) ? seated(right) : dice.one(world.people);
                    default -> someone("chair", right);
                };
        Step step = plain(event, by, its.no);
        return switch (event) {
            case ADD_ENTRY -> ready.isEmpty() ? null : with(step, dice.some(ready, 2), null);
            case REMOVE_ENTRY ->
                with(
                        step,
                        List.of(in.isEmpty() || dice.below(10) == 0 ? dice.one(world.proposals).no : dice.one(in)),
                        null);
            case OPEN_ROUND -> opening(with(step, List.of(), moments.deadline(its)));
            case RECORD -> recording(with(step, dice.percent(35) ? dice.some(in, 2) : List.of(), null));
            case CONFIRM_RECORD -> twisted(step, Twist.READ_ANOTHER, 12);
            case SCHEDULE ->
                twisted(
                        twisted(
                                twisted(
                                        twisted(with(step, List.of(), moments.release()), Twist.NO_NUMBER, 12),
                                        Twist.RETROACTIVE,
                                        12),
                                Twist.READ_ANOTHER,
                                12),
                        Twist.NOT_QUOTABLE,
                        12);
            default -> step;
        };
    }

    private Step opening(Step step) {
        Step flagged = twisted(step, Twist.FLAGGED, 25);
        return twisted(twisted(flagged, Twist.WITH_CONDITIONAL_SEATS, 40), Twist.EXHIBIT_CLOSED, 12);
    }

    private Step recording(Step step) {
        Step adopted = twisted(step, Twist.NOT_ADOPTED, 15);
        Step acts = world.procedure.instruments().isEmpty() ? adopted : twisted(adopted, Twist.NO_INSTRUMENT, 12);
        return twisted(twisted(twisted(acts, Twist.IN_FUTURE, 12), Twist.UNKNOWN_ENTRY, 12), Twist.READ_ANOTHER, 12);
    }

    private Step extending(Event event) {
        List<Draft> listed = world.proposals.stream().filter(its -> its.listed).toList();
        if (listed.isEmpty()) {
            return null;
        }
        Step step = plain(event, someone("secretariat", dice.below(3) > 0), dice.one(listed).no);
        return event == Event.EXTEND ? twisted(step, Twist.IN_FUTURE, 15) : step;
    }

    Step onCorrection(Event event, Correction its) {
        boolean right = dice.below(3) > 0;
        Person by =
                switch (event) {
                    case WITHDRAW_CORRECTION -> right ? ofAgency(its.by.agency()) : dice.one(world.people);
                    case DEMAND_ROUND -> seated(right);
                    default -> someone("legal", right);
                };
        Step step = plain(event, by, world.corrections.indexOf(its) + 1);
        return event == Event.CONFIRM_CORRECTION ? twisted(step, Twist.READ_ANOTHER, 12) : step;
    }

    private Step correcting(Step step) {
        Step said = new Step(
                step.event(), step.by(), step.on(), List.of(), dice.one(List.of("FACT", "CONCLUSION")), null, Set.of());
        return twisted(twisted(said, Twist.BEYOND_FORM, 12), Twist.READ_ANOTHER, 12);
    }

    private Step round(Event event) {
        List<Bundle> decided =
                world.packages.stream().filter(its -> its.round != null).toList();
        if (decided.isEmpty()) {
            return null;
        }
        List<Bundle> live = decided.stream().filter(Bundle::roundLive).toList();
        return onRound(event, live.isEmpty() || dice.below(6) == 0 ? dice.one(decided) : dice.one(live));
    }

    Step onRound(Event event, Bundle its) {
        Ballot round = its.round;
        boolean right = dice.below(3) > 0;
        List<Integer> in = its.entries.stream().map(entry -> entry.no).toList();
        boolean seat = event == Event.VOTE || event == Event.LIFT;
        Step step = plain(event, seat ? seated(right) : someone("chair", right), its.no);
        return switch (event) {
            case VOTE -> voting(byObjector(step, round, 40), in, round);
            case LIFT -> byObjector(step, round, 75);
            case CARVE_OUT -> with(step, carving(in, round), dice.percent(50) ? moments.deadline(its) : null);
            case MOVE_DEADLINE -> twisted(with(step, List.of(), moments.deadline(its)), Twist.FLAGGED, 25);
            default -> step;
        };
    }

    /** What the objections name, or any. */
    private List<Integer> carving(List<Integer> in, Ballot round) {
        List<Integer> named = round.votes.values().stream()
                .flatMap(said -> said.entries().stream())
                .distinct()
                .toList();
        if (in.isEmpty() || dice.percent(12)) {
            return List.of(dice.one(world.proposals).no);
        }
        return !named.isEmpty() && dice.percent(50) ? named : dice.some(in, Math.max(1, in.size() - dice.below(2)));
    }

    /** Mostly by somebody who objects, if anybody does. */
    private Step byObjector(Step step, Ballot round, int percent) {
        List<Person> objectors = round.votes.values().stream()
                .filter(said -> said.choice().equals("OBJECT"))
                .flatMap(said ->
                        world.people.stream().filter(its -> its.account().equals(said.account())))
                .toList();
        return objectors.isEmpty() || !dice.percent(percent)
                ? step
                : plain(step.event(), dice.one(objectors), step.on());
    }

    private Step voting(Step step, List<Integer> in, Ballot round) {
        int luck = dice.below(100);
        String say = luck < 45 ? "APPROVE" : luck < 65 ? "ABSTAIN" : luck < 88 ? "OBJECT" : "RESERVE";
        List<Integer> entries =
                say.equals("OBJECT") && dice.percent(50) || dice.below(30) == 0 ? dice.some(in, 2) : List.of();
        Instant until = say.equals("RESERVE") ? moments.reserve(round) : null;
        Step vote = new Step(step.event(), step.by(), step.on(), entries, say, until, Set.of());
        Step unread = twisted(twisted(vote, Twist.READ_ANOTHER, 12), Twist.EXHIBIT_CLOSED, 12);
        return twisted(twisted(unread, Twist.WITHOUT_REASON, 12), Twist.UNKNOWN_ENTRY, 12);
    }

    private Person ofAgency(String agency) {
        return dice.one(
                world.people.stream().filter(its -> its.agency().equals(agency)).toList());
    }

    private Person someone(String office, boolean right) {
        List<Person> those = world.people.stream()
                .filter(its ->
                        office.isEmpty() ? world.procedure.proposers().contains(its.agency()) : its.holds(office))
                .toList();
        return right && !those.isEmpty() ? dice.one(those) : dice.one(world.people);
    }

    private Person seated(boolean right) {
        List<Person> those =
                world.people.stream().filter(its -> its.seat() != null).toList();
        return right && !those.isEmpty() ? dice.one(those) : dice.one(world.people);
    }

    private Step twisted(Step step, Twist twist, int percent) {
        if (step == null || !dice.percent(percent)) {
            return step;
        }
        Set<Twist> all = EnumSet.of(twist);
        all.addAll(step.twists());
        return new Step(step.event(), step.by(), step.on(), step.entries(), step.say(), step.at(), all);
    }

    private static Step with(Step step, List<Integer> entries, Instant at) {
        return new Step(step.event(), step.by(), step.on(), entries, step.say(), at, step.twists());
    }
}
