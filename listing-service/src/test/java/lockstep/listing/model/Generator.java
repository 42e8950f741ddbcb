package lockstep.listing.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.listing.model.Step.Event;
import lockstep.listing.model.Step.Twist;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;

/**
 * Thinks of the next attempt: of several that come to mind, mostly one that is allowed, and of these rather one that was
 * seldom taken; sometimes one that isn't.
 */
final class Generator {
    private static final int CANDIDATES = 24;
    private static final int MOST_PROPOSALS = 12;

    private final Random random;
    private final Model model;
    private final World world;
    private final Rows rows;
    private final Deque<Step> planned = new ArrayDeque<>();

    Generator(Random random, Model model, Rows rows) {
        this.random = random;
        this.model = model;
        this.world = model.world;
        this.rows = rows;
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
            Step step = think();
            if (step != null && model.names(step)) {
                (model.refusals(step).isEmpty() ? allowed : refused).add(step);
            }
        }
        boolean wrong = allowed.isEmpty() || !refused.isEmpty() && random.nextInt(100) < 22;
        Step chosen = wrong ? one(refused) : seldom(allowed);
        follow(chosen);
        return chosen;
    }

    private Step seldom(List<Step> steps) {
        Step chosen = null;
        double best = -1;
        for (Step step : steps) {
            double key = Math.pow(random.nextDouble(), weight(step));
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
                    case CLOCK -> due().isEmpty() ? 6 : 0.7;
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
        if (chosen.event() == Event.CLOCK && random.nextInt(100) < 85) {
            planned.add(plain(Event.JOBS, null, 0));
        }
        if (chosen.event() == Event.OPEN_ROUND && model.refusals(chosen).isEmpty() && random.nextInt(100) < 70) {
            votes(chosen);
        }
    }

    private void votes(Step opening) {
        List<String> seats = new ArrayList<>(world.procedure.seats().keySet());
        Collections.shuffle(seats, random);
        int mood = random.nextInt(6);
        int many = random.nextInt(4) == 0 ? random.nextInt(seats.size() + 1) : seats.size();
        for (String seat : seats.subList(0, many)) {
            int dice = random.nextInt(100);
            String say =
                    switch (mood) {
                        case 0, 1 -> "APPROVE";
                        case 2 -> dice < 60 ? "APPROVE" : "ABSTAIN";
                        case 3 -> dice < 50 ? "OBJECT" : "APPROVE";
                        case 4 -> dice < 8 ? "OBJECT" : dice < 14 ? "RESERVE" : "APPROVE";
                        default -> dice < 85 ? "APPROVE" : "ABSTAIN";
                    };
            Person by = holder(seat);
            planned.add(new Step(
                    Event.VOTE,
                    by,
                    opening.on(),
                    List.of(),
                    say,
                    say.equals("RESERVE") ? workingDay(5) : null,
                    Set.of()));
        }
    }

    private Person holder(String seat) {
        return one(world.people.stream().filter(its -> seat.equals(its.seat())).toList());
    }

    private Step plain(Event event, Person by, int on) {
        return new Step(event, by, on, List.of(), null, null, Set.of());
    }

    private Step think() {
        Event event = one(Event.values());
        return switch (event) {
            case CLOCK -> new Step(event, null, 0, List.of(), null, later(), Set.of());
            case JOBS -> plain(event, null, 0);
            case DRAFT -> drafting();
            case REVISE_SUBJECT ->
                twisted(
                        plain(event, someone("", random.nextInt(4) > 0), 1 + random.nextInt(world.subjects())),
                        Twist.CONFIRMED,
                        70);
            case RECUSE ->
                plain(
                        event,
                        one(world.people),
                        1 + random.nextInt(world.procedure.proposers().size()));
            case FORM,
                    ADD_ENTRY,
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
                    LIFT_HOLD -> pack(event);
            case VOTE, LIFT, CARVE_OUT, NOTE, CLOSE_FAILED, MOVE_DEADLINE, CANCEL -> round(event);
            default -> proposal(event);
        };
    }

    private Step drafting() {
        if (world.proposals.size() >= MOST_PROPOSALS) {
            return null;
        }
        int subject = 1 + random.nextInt(world.subjects());
        String agency = world.agencyOf(world.caseOf(subject));
        Person by = random.nextInt(8) == 0 ? one(world.people) : ofAgency(agency);
        List<Draft> listed = world.proposals.stream().filter(its -> its.listed).toList();
        String kind = "ADD";
        List<Integer> about = List.of();
        if (!listed.isEmpty() && random.nextInt(3) > 0) {
            Draft target = one(listed);
            kind = one(world.procedure.kinds().stream()
                    .filter(its -> !its.equals("ADD"))
                    .toList());
            about = List.of(target.no);
            subject = target.subject;
            by = ofAgency(world.agencyOf(target.caseNo));
        }
        Step step = new Step(Event.DRAFT, by, subject, about, kind, null, Set.of());
        return twisted(twisted(step, Twist.INCOMPLETE, 6), Twist.THIN, 6);
    }

    private Step proposal(Event event) {
        if (world.proposals.isEmpty()) {
            return null;
        }
        Draft its = one(world.proposals);
        boolean right = random.nextInt(5) > 0;
        Person by =
                switch (event) {
                    case AMEND, SUBMIT, WITHDRAW, RESUBMIT -> right ? ofAgency(its.agency) : one(world.people);
                    case ACCEPT -> someone(random.nextBoolean() ? "chair" : "registrar", right);
                    case RETURN -> someone(one(List.of("chair", "reviewer", "legal")), right);
                    case ENDORSE -> someone("reviewer", right);
                    case FIND_SUFFICIENT -> someone("legal", right);
                    default -> someone("chair", right);
                };
        if (event == Event.RESUBMIT && world.proposals.size() >= MOST_PROPOSALS) {
            return null;
        }
        Instant at =
                event == Event.HOLD ? random.nextInt(8) == 0 ? world.now : world.now.plus(Duration.ofDays(20)) : null;
        Step step = new Step(event, by, its.no, List.of(), null, at, Set.of());
        return switch (event) {
            case AMEND -> twisted(twisted(step, Twist.INCOMPLETE, 5), Twist.THIN, 5);
            case SUBMIT -> twisted(twisted(step, Twist.REPLY, 60), Twist.READ_ANOTHER, 4);
            case ACCEPT ->
                twisted(
                        random.nextInt(6) == 0
                                ? twisted(step, Twist.NOTHING_JUDGED, 50)
                                : twisted(step, Twist.JUDGED_SAME, 15),
                        Twist.READ_ANOTHER,
                        4);
            case FIND_SUFFICIENT -> twisted(twisted(step, Twist.HALF_AN_OPINION, 8), Twist.READ_ANOTHER, 4);
            case CONSULT -> twisted(step, Twist.IN_FUTURE, 15);
            default -> twisted(step, Twist.READ_ANOTHER, 4);
        };
    }

    private Step pack(Event event) {
        boolean right = random.nextInt(5) > 0;
        List<Draft> ready = world.proposals.stream()
                .filter(its -> its.status.equals("READY") && its.in == null || random.nextInt(30) == 0)
                .toList();
        if (event == Event.FORM) {
            if (ready.isEmpty()) {
                return null;
            }
            List<Integer> chosen = some(ready.stream().map(its -> its.no).toList(), 3);
            return new Step(event, someone("chair", right), 0, chosen, null, null, Set.of());
        }
        if (world.packages.isEmpty()) {
            return null;
        }
        Bundle its = one(world.packages);
        List<Integer> in = its.entries.stream().map(entry -> entry.no).toList();
        Person by =
                switch (event) {
                    case RECORD, CONFIRM_RECORD, REFUSE_RECORD -> someone("secretariat", right);
                    case SCHEDULE, UNSCHEDULE, GIVE_GO, HOLD_RELEASE, LIFT_HOLD -> someone("publisher", right);
                    case DECIDE_WITHOUT -> seated(right);
                    case ESCALATE -> random.nextBoolean() ? seated(right) : one(world.people);
                    default -> someone("chair", right);
                };
        Step step = plain(event, by, its.no);
        return switch (event) {
            case ADD_ENTRY ->
                ready.isEmpty()
                        ? null
                        : with(step, some(ready.stream().map(one -> one.no).toList(), 2), null);
            case REMOVE_ENTRY ->
                with(step, List.of(in.isEmpty() || random.nextInt(10) == 0 ? one(world.proposals).no : one(in)), null);
            case OPEN_ROUND -> opening(with(step, List.of(), deadline(its)));
            case RECORD -> recording(with(step, random.nextInt(5) == 0 ? some(in, 2) : List.of(), null));
            case CONFIRM_RECORD -> twisted(step, Twist.READ_ANOTHER, 5);
            case SCHEDULE ->
                twisted(twisted(with(step, List.of(), release()), Twist.NO_NUMBER, 5), Twist.READ_ANOTHER, 5);
            default -> step;
        };
    }

    private Step opening(Step step) {
        Step flagged = twisted(step, Twist.FLAGGED, 25);
        return twisted(twisted(flagged, Twist.WITH_CONDITIONAL_SEATS, 40), Twist.EXHIBIT_CLOSED, 8);
    }

    private Step recording(Step step) {
        Step adopted = twisted(step, Twist.NOT_ADOPTED, 15);
        Step acts = world.procedure.instruments().isEmpty() ? adopted : twisted(adopted, Twist.NO_INSTRUMENT, 5);
        return twisted(twisted(twisted(acts, Twist.IN_FUTURE, 5), Twist.UNKNOWN_ENTRY, 5), Twist.READ_ANOTHER, 5);
    }

    private Step round(Event event) {
        List<Bundle> decided =
                world.packages.stream().filter(its -> its.round != null).toList();
        if (decided.isEmpty()) {
            return null;
        }
        List<Bundle> live = decided.stream().filter(Bundle::roundLive).toList();
        Bundle its = live.isEmpty() || random.nextInt(6) == 0 ? one(decided) : one(live);
        Ballot round = its.round;
        boolean right = random.nextInt(6) > 0;
        List<Integer> in = its.entries.stream().map(entry -> entry.no).toList();
        boolean seat = event == Event.VOTE || event == Event.LIFT;
        Step step = plain(event, seat ? seated(right) : someone("chair", right), its.no);
        return switch (event) {
            case VOTE -> voting(step, in, round);
            case LIFT -> lifting(step, round);
            case CARVE_OUT ->
                with(
                        step,
                        in.isEmpty() ? List.of(one(world.proposals).no) : some(in, in.size()),
                        random.nextInt(3) == 0 ? deadline(its) : null);
            case MOVE_DEADLINE -> twisted(with(step, List.of(), deadline(its)), Twist.FLAGGED, 25);
            default -> step;
        };
    }

    private Step lifting(Step step, Ballot round) {
        List<Person> objectors = round.votes.values().stream()
                .filter(said -> said.choice().equals("OBJECT"))
                .flatMap(said ->
                        world.people.stream().filter(its -> its.account().equals(said.account())))
                .toList();
        return objectors.isEmpty() || random.nextInt(4) == 0 ? step : plain(step.event(), one(objectors), step.on());
    }

    private Step voting(Step step, List<Integer> in, Ballot round) {
        int dice = random.nextInt(100);
        String say = dice < 45 ? "APPROVE" : dice < 65 ? "ABSTAIN" : dice < 88 ? "OBJECT" : "RESERVE";
        List<Integer> entries =
                say.equals("OBJECT") && random.nextBoolean() || random.nextInt(30) == 0 ? some(in, 2) : List.of();
        Instant until = say.equals("RESERVE") ? reserve(round) : null;
        Step vote = new Step(step.event(), step.by(), step.on(), entries, say, until, Set.of());
        Step unread = twisted(twisted(vote, Twist.READ_ANOTHER, 3), Twist.EXHIBIT_CLOSED, 4);
        return twisted(twisted(unread, Twist.WITHOUT_REASON, 4), Twist.UNKNOWN_ENTRY, 2);
    }

    private Instant reserve(Ballot round) {
        Instant last = round.deadline.plus(Duration.ofDays(14));
        return one(List.of(workingDay(3), workingDay(10), last, last.plus(1, ChronoUnit.MICROS), weekend(), world.now));
    }

    private Instant deadline(Bundle its) {
        Procedure.Stage stage = world.procedure.stage(its.stage);
        Instant shortest = world.now.plus(Duration.ofHours(stage.minimumHours()));
        return switch (random.nextInt(12)) {
            case 0 -> world.now;
            case 1 -> shortest;
            case 2 -> shortest.minus(1, ChronoUnit.MICROS);
            case 3 -> weekend();
            case 4 -> local().plusDays(30).toInstant();
            case 5 -> local().plusDays(30).toInstant().plus(1, ChronoUnit.MICROS);
            default -> workingDay(2 + random.nextInt(20));
        };
    }

    private Instant release() {
        return switch (random.nextInt(8)) {
            case 0 -> world.now;
            case 1 -> world.now.plus(1, ChronoUnit.MICROS);
            default -> world.now.plus(Duration.ofHours(1 + random.nextInt(100)));
        };
    }

    /** The next moment at which something is due, just before it or exactly then; or some time later, seldom long. */
    private Instant later() {
        List<Instant> due = due();
        if (!due.isEmpty() && random.nextInt(3) > 0) {
            Instant at = one(due);
            Instant before = at.minus(1, ChronoUnit.MICROS);
            int dice = random.nextInt(6);
            return dice == 0 && before.isAfter(world.now) ? before : dice == 1 ? at.plus(1, ChronoUnit.MICROS) : at;
        }
        int dice = random.nextInt(40);
        Duration by = dice == 0
                ? Duration.ofDays(91)
                : dice < 10 ? Duration.ofDays(1 + random.nextInt(9)) : Duration.ofHours(5);
        return world.now.plus(by);
    }

    /** What is due in the next weeks. */
    private List<Instant> due() {
        return world.packages.stream()
                .flatMap(its -> Stream.of(
                        its.roundLive() ? its.round.deadline : null,
                        its.windowEnds,
                        its.status.equals("SCHEDULED") && !its.overdue ? its.releaseAt : null,
                        its.passed == null ? null : its.passed.plus(PackageTable.STALE_AFTER)))
                .filter(at -> at != null && at.isAfter(world.now) && at.isBefore(world.now.plus(Duration.ofDays(40))))
                .toList();
    }

    private ZonedDateTime local() {
        return world.now.atZone(world.procedure.zone());
    }

    private Instant workingDay(int days) {
        ZonedDateTime at = local().plusDays(days);
        while (world.procedure.closed(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

    private Instant weekend() {
        ZonedDateTime at = local().plusDays(3);
        while (!world.procedure.closed(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

    private Person ofAgency(String agency) {
        return one(
                world.people.stream().filter(its -> its.agency().equals(agency)).toList());
    }

    private Person someone(String office, boolean right) {
        List<Person> those = world.people.stream()
                .filter(its ->
                        office.isEmpty() ? world.procedure.proposers().contains(its.agency()) : its.holds(office))
                .toList();
        return right && !those.isEmpty() ? one(those) : one(world.people);
    }

    private Person seated(boolean right) {
        List<Person> those =
                world.people.stream().filter(its -> its.seat() != null).toList();
        return right && !those.isEmpty() ? one(those) : one(world.people);
    }

    private Step twisted(Step step, Twist twist, int percent) {
        if (step == null || random.nextInt(100) >= percent) {
            return step;
        }
        Set<Twist> all = EnumSet.of(twist);
        all.addAll(step.twists());
        return new Step(step.event(), step.by(), step.on(), step.entries(), step.say(), step.at(), all);
    }

    private static Step with(Step step, List<Integer> entries, Instant at) {
        return new Step(step.event(), step.by(), step.on(), entries, step.say(), at, step.twists());
    }

    private List<Integer> some(List<Integer> from, int most) {
        List<Integer> all = new ArrayList<>(from);
        Collections.shuffle(all, random);
        int many = all.isEmpty() ? 0 : 1 + random.nextInt(Math.min(most, all.size()));
        return List.copyOf(all.subList(0, many));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T one(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
