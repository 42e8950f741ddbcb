package lockstep.listing.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;
import lockstep.listing.model.World.Said;

/** DOMAIN §4: what a round's rule makes of its votes (unanimity with silence and reserves, majority, sign), and what follows. */
final class Counting {
    private final World world;

    Counting(World world) {
        this.world = world;
    }

    static boolean objects(Ballot round) {
        return round.votes.values().stream().anyMatch(said -> said.choice().equals("OBJECT"));
    }

    void anew(Ballot round, String word) {
        world.move(round, word, "OPEN");
        round.before = round.deadline;
        round.deadline = null;
    }

    /** Ends a live round without outcome; its entries are READY at the same stage. */
    void cancel(Bundle pack, String word) {
        if (pack.roundLive()) {
            world.move(pack.round, "cancel:" + word, "CANCELLED");
            pack.entries.forEach(its -> world.move(its, "roundCancelled", "READY"));
        }
    }

    /** What the rule says now, or at the deadline. */
    void conclude(Bundle pack, boolean deadline) {
        Ballot round = pack.round;
        if (deadline && round.silence) {
            // "Consented by silence", also where a reserve lapses.
            round.votes.values().removeIf(said -> said.choice().equals("RESERVE"));
            round.seats
                    .keySet()
                    .forEach(seat -> round.votes.putIfAbsent(seat, new Said("", "SILENT_CONSENT", Set.of(), null)));
        }
        Map<String, Long> said =
                round.votes.values().stream().collect(Collectors.groupingBy(Said::choice, Collectors.counting()));
        long approve = said.getOrDefault("APPROVE", 0L);
        long abstain = said.getOrDefault("ABSTAIN", 0L);
        long object = said.getOrDefault("OBJECT", 0L);
        long silent = said.getOrDefault("SILENT_CONSENT", 0L);
        int all = round.seats.size();
        if (round.rule.equals("UNANIMITY")) {
            if (object > 0) {
                if (round.status.equals("OPEN")) {
                    world.move(round, "objection", "STOPPED");
                }
                return;
            }
            if (round.status.equals("STOPPED")) {
                anew(round, "anotherVote");
            }
            boolean everybody = approve + abstain + silent == all;
            if (!everybody && !deadline) {
                reserved(round);
                return;
            }
            // A third abstains, or nobody but the proposer's own seat approves or consents: failed.
            boolean enough = everybody && abstain * 3 < all && othersConsent(pack, round);
            end(pack, enough, deadline);
            return;
        }
        boolean everybody = approve + abstain + object == all;
        if (!everybody && !deadline) {
            return;
        }
        boolean met = round.rule.equals("SIGN") ? approve == all : approve * 2 > all && othersConsent(pack, round);
        end(pack, met, deadline);
    }

    /** G4: the seat of the proposing agency is never alone sufficient; where several propose, each is another's other. */
    private static boolean othersConsent(Bundle pack, Ballot round) {
        Set<String> proposers = pack.entries.stream().map(its -> its.agency).collect(Collectors.toSet());
        return round.votes.entrySet().stream()
                .filter(vote -> Set.of("APPROVE", "SILENT_CONSENT")
                        .contains(vote.getValue().choice()))
                .anyMatch(vote -> proposers.size() > 1 || !proposers.contains(round.seats.get(vote.getKey())));
    }

    private static void reserved(Ballot round) {
        round.votes.values().stream()
                .filter(said -> said.choice().equals("RESERVE"))
                .map(Said::until)
                .max(Instant::compareTo)
                .filter(until -> round.deadline != null && until.isAfter(round.deadline))
                .ifPresent(until -> round.deadline = until);
    }

    private void end(Bundle pack, boolean met, boolean deadline) {
        if (!met) {
            failed(pack, deadline ? "deadline" : "allSpoke");
            return;
        }
        Set<String> outvoted = new TreeSet<>();
        pack.round.votes.forEach((seat, said) -> {
            if (said.choice().equals("OBJECT")) {
                outvoted.add(seat);
            }
        });
        world.move(pack.round, deadline ? "deadline" : "allSpoke", "PASSED");
        pack.entries.forEach(its -> its.electorate = Set.copyOf(pack.round.seats.keySet()));
        new PackageSteps(world).passed(pack, "stagePassed", outvoted);
    }

    void failed(Bundle pack, String word) {
        world.move(pack.round, word, "FAILED");
        boolean escalates = world.procedure.stage(pack.stage).escalatesTo() != null;
        pack.entries.forEach(its -> {
            world.move(its, "stageFailed", escalates ? "ESCALATED" : "REJECTED");
            world.lapse(its);
        });
        if (escalates) {
            pack.windowEnds = new PackageSteps(world).afterWindow();
            world.move(pack, "stageFailed", "CLOSED");
        } else {
            pack.entries.forEach(its -> its.in = null);
            pack.entries.clear();
            world.move(pack, "stageFailed", "DISSOLVED");
        }
    }
}
