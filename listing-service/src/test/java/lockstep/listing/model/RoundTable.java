package lockstep.listing.model;

import static lockstep.listing.model.ProposalTable.when;
import static lockstep.listing.model.Step.Twist.EXHIBIT_CLOSED;
import static lockstep.listing.model.Step.Twist.FLAGGED;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;
import static lockstep.listing.model.Step.Twist.UNKNOWN_ENTRY;
import static lockstep.listing.model.Step.Twist.WITHOUT_REASON;
import static lockstep.listing.model.Step.Twist.WITH_CONDITIONAL_SEATS;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Said;

/** DOMAIN §4: a round's way, with G4, G5, G7, G8, G9, G12, G14. */
final class RoundTable {
    private final World world;
    private final Counting counting;

    RoundTable(World world) {
        this.world = world;
        this.counting = new Counting(world);
    }

    Set<Why> refusals(Step step) {
        Person by = step.by();
        Bundle pack = world.bundle(step.on());
        if (!world.sees(by, pack)) {
            return EnumSet.of(Why.UNKNOWN);
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (step.event() == Step.Event.OPEN_ROUND) {
            opening(why, step, pack);
            return why;
        }
        Ballot round = pack.round;
        boolean chairs = step.event() != Step.Event.VOTE && step.event() != Step.Event.LIFT;
        when(why, chairs && !by.holds("chair"), Why.WHO);
        // At its deadline a round is over, whether the job has come to it yet or not: what stood at T decides.
        boolean over = round.status.equals("OPEN") && !round.deadline.isAfter(world.now);
        switch (step.event()) {
            case VOTE -> {
                when(why, !round.live() || over, Why.STATUS);
                voting(why, step, pack, round);
            }
            case LIFT -> {
                when(why, !round.status.equals("STOPPED"), Why.STATUS);
                when(why, by.seat() == null, Why.WHO);
                Said said = by.seat() == null ? null : round.votes.get(by.seat());
                when(why, said == null || !said.choice().equals("OBJECT"), Why.NOTHING);
            }
            case CARVE_OUT -> {
                when(why, !round.status.equals("STOPPED"), Why.STATUS);
                Set<Integer> in = pack.entries.stream().map(entry -> entry.no).collect(Collectors.toSet());
                when(why, step.entries().isEmpty() || !in.containsAll(step.entries()), Why.ENTRY);
                boolean goesOn = !in.equals(Set.copyOf(step.entries()))
                        && round.votes.values().stream().noneMatch(said -> outlives(said, step));
                // From the carve-out on, not from the opening: what stays has a round of its own length.
                when(
                        why,
                        goesOn && step.at() != null && wrong(round, world.now, world.now, step.at(), false),
                        Why.DEADLINE);
            }
            case NOTE -> when(why, !round.live(), Why.STATUS);
            case CLOSE_FAILED -> {
                when(why, !round.status.equals("STOPPED"), Why.STATUS);
                when(why, round.notes == 0, Why.MEDIATION);
            }
            case MOVE_DEADLINE -> {
                when(why, !round.status.equals("OPEN") || over, Why.STATUS);
                when(why, wrong(round, round.opened, accepted(pack), step.at(), step.has(FLAGGED)), Why.DEADLINE);
                // "Extends the round to it": a reserve's date stands until it is settled.
                boolean cutsShort = round.votes.values().stream()
                        .anyMatch(said -> said.until() != null && step.at().isBefore(said.until()));
                when(why, cutsShort, Why.DEADLINE);
            }
            case CANCEL -> when(why, !round.live() || over, Why.STATUS);
            default -> throw new IllegalArgumentException(step.toString());
        }
        return why;
    }

    private void opening(Set<Why> why, Step step, Bundle pack) {
        when(why, !step.by().holds("chair"), Why.WHO);
        boolean may = Set.of("FORMING", "CLOSED").contains(pack.status) && !pack.roundLive() && pack.windowEnds == null;
        when(why, !may || world.procedure.stage(pack.stage).recorded(), Why.STATUS);
        when(why, new PackageTable(world).stale(pack), Why.TOO_LONG_AGO);
        when(why, pack.entries.stream().anyMatch(its -> !consulted(its)), Why.CONSULTATION);
        if (may && !world.procedure.stage(pack.stage).recorded()) {
            Ballot round = toOpen(step, pack);
            // "Every seat has a holder or alternate": one who is recused from an entry is none (G5).
            when(
                    why,
                    round.seats.keySet().stream().anyMatch(seat -> world.people.stream()
                            .noneMatch(person -> seat.equals(person.seat()) && world.sees(person, pack))),
                    Why.SEAT_EMPTY);
            String first = round.seats.keySet().iterator().next();
            when(why, step.has(EXHIBIT_CLOSED) && !waived(pack, first), Why.EXHIBIT);
            when(why, wrong(round, world.now, accepted(pack), step.at(), step.has(FLAGGED)), Why.DEADLINE);
        }
    }

    boolean consulted(Draft its) {
        return world.procedure.consulted().isEmpty() || its.consulted.containsKey(its.revision);
    }

    /** Exhibits of the case of the first entry: the one that a test can close. */
    private static boolean waived(Bundle pack, String seat) {
        return pack.waived.getOrDefault(seat, Set.of()).contains(pack.entries.getFirst().caseNo);
    }

    /** G8: in the future, not before the stage's shortest time nor after its longest, on a working day or flagged. */
    private boolean wrong(Ballot round, Instant opened, Instant accepted, Instant deadline, boolean flagged) {
        Procedure.Stage stage = world.procedure.stage(round.stage);
        Instant latest = (stage.fromAcceptance() ? accepted : opened)
                .atZone(world.procedure.zone())
                .plusDays(30)
                .toInstant();
        return !deadline.isAfter(world.now)
                || deadline.isBefore(opened.plus(Duration.ofHours(stage.minimumHours())))
                || deadline.isAfter(latest)
                || !flagged && dayOff(deadline);
    }

    private Instant accepted(Bundle pack) {
        return pack.entries.stream()
                .map(its -> its.accepted)
                .min(Instant::compareTo)
                .orElse(world.now);
    }

    private boolean dayOff(Instant at) {
        return world.procedure.closed(at.atZone(world.procedure.zone()).toLocalDate());
    }

    private void voting(Set<Why> why, Step step, Bundle pack, Ballot round) {
        Person by = step.by();
        boolean seated = by.seat() != null && round.seats.containsKey(by.seat());
        when(why, !seated, Why.WHO);
        when(why, step.has(READ_ANOTHER), Why.READ_ANOTHER);
        when(why, world.fourEyes("VOTE", by, pack), Why.FOUR_EYES);
        boolean grave = step.say().equals("OBJECT") || step.say().equals("RESERVE");
        when(why, grave && step.has(WITHOUT_REASON), Why.REASON);
        if (step.say().equals("RESERVE")) {
            boolean near = step.at() != null
                    && step.at().isAfter(world.now)
                    && !step.at().isBefore(round.deadline)
                    // "Extends the round to it": also to a day off, as its reason stands beside the move.
                    && !step.at().isAfter(round.deadline.plus(Duration.ofDays(14)));
            boolean may = round.rule.equals("UNANIMITY") && near && !round.reserved.contains(by.seat());
            when(why, !may, Why.RESERVE);
        }
        Set<Integer> in = pack.entries.stream().map(entry -> entry.no).collect(Collectors.toSet());
        boolean known = !step.has(UNKNOWN_ENTRY) && in.containsAll(step.entries());
        when(why, !step.entries().isEmpty() && !step.say().equals("OBJECT") || !known, Why.ENTRY);
        when(
                why,
                seated && step.has(EXHIBIT_CLOSED) && !pack.entries.isEmpty() && !waived(pack, by.seat()),
                Why.EXHIBIT);
    }

    void apply(Step step) {
        Bundle pack = world.bundle(step.on());
        Ballot round = pack.round;
        switch (step.event()) {
            case OPEN_ROUND -> open(step, pack);
            case VOTE -> vote(step, pack, round);
            case LIFT -> {
                round.votes.remove(step.by().seat());
                if (Counting.objects(round)) {
                    world.move(round, "lift", "STOPPED");
                } else {
                    counting.anew(round, "lift");
                }
            }
            case CARVE_OUT -> carve(step, pack, round);
            case NOTE -> round.notes++;
            case CLOSE_FAILED -> counting.failed(pack, "closeFailed");
            case MOVE_DEADLINE -> {
                round.deadline = step.at();
                world.move(round, "moveDeadline", "OPEN");
            }
            case CANCEL -> counting.cancel(pack, "chair");
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private Ballot toOpen(Step step, Bundle pack) {
        Ballot round = new Ballot();
        Procedure.Stage stage = world.procedure.stage(pack.stage);
        round.stage = pack.stage;
        round.rule = stage.rule(pack.entries.getFirst().kind);
        round.silence = stage.silence();
        round.opened = world.now;
        round.deadline = step.at();
        round.content = Set.copyOf(pack.content);
        world.procedure.seats().forEach((seat, agency) -> {
            if (!world.procedure.conditional().contains(seat) || step.has(WITH_CONDITIONAL_SEATS)) {
                round.seats.put(seat, agency);
            }
        });
        return round;
    }

    private void open(Step step, Bundle pack) {
        pack.round = toOpen(step, pack);
        pack.entries.forEach(its -> pack.round.decides.put(its, pack.ever.get(its)));
        world.rows.taken("round - open OPEN");
        world.move(pack, "openRound", "CLOSED");
        pack.entries.forEach(its -> world.move(its, "roundOpened", "DECIDING"));
    }

    private void vote(Step step, Bundle pack, Ballot round) {
        Set<Integer> entries = new TreeSet<>(step.entries());
        Instant until = step.say().equals("RESERVE") ? step.at() : null;
        Said said = new Said(step.by().account(), step.say(), entries, until);
        if (said.equals(round.votes.get(step.by().seat()))) {
            return;
        }
        round.votes.put(step.by().seat(), said);
        if (step.say().equals("RESERVE")) {
            round.reserved.add(step.by().seat());
        }
        round.decides.forEach((its, revision) -> its.acts
                .computeIfAbsent(revision, _ -> new HashMap<>())
                .computeIfAbsent(step.by().account(), _ -> new HashSet<>())
                .add("VOTE"));
        world.rows.taken("round " + round.status + " vote " + step.say());
        counting.conclude(pack, false);
    }

    private void carve(Step step, Bundle pack, Ballot round) {
        Set<Draft> out = pack.entries.stream()
                .filter(its -> step.entries().contains(its.no))
                .collect(Collectors.toSet());
        out.forEach(its -> {
            world.move(its, "carvedOut", "RETURNED");
            its.returned = its.revision;
            world.undone(its);
        });
        new PackageSteps(world).lose(pack, out, "carvedOut");
        if (pack.entries.isEmpty()) {
            world.move(round, "carveOut", "CANCELLED");
            return;
        }
        round.content = Set.copyOf(pack.content);
        round.votes.values().removeIf(said -> !outlives(said, step));
        if (Counting.objects(round)) {
            world.move(round, "carveOut", "STOPPED");
        } else {
            counting.anew(round, "carveOut");
            round.deadline = step.at();
        }
    }

    /** An objection to the whole stays, and so does one that names an entry that stays. */
    private static boolean outlives(Said said, Step step) {
        return said.choice().equals("OBJECT")
                && (said.entries().isEmpty() || !step.entries().containsAll(said.entries()));
    }
}
