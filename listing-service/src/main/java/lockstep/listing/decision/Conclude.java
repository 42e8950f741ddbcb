package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Way;

/** Draws the rule's conclusion from a round's votes and lets package and proposals follow it. */
@ApplicationScoped
public class Conclude {
    private final Rounds rounds;
    private final Entries entries;
    private final PackageEffects effects;
    private final Desk desk;

    Conclude(Rounds rounds, Entries entries, PackageEffects effects, Desk desk) {
        this.rounds = rounds;
        this.entries = entries;
        this.effects = effects;
        this.desk = desk;
    }

    void afterVote(Package its, Round round, Principal actor) {
        afterVote(its, round, rounds.live(round), actor);
    }

    /** {@code live}: the votes that count now. */
    void afterVote(Package its, Round round, List<Vote> live, Principal actor) {
        Instant now = desk.now();
        Count.Outcome outcome = round.count(desk.proposers(its, actor)).conclude(said(live), false);
        boolean again = outcome != Count.Outcome.STOPPED && round.status() == RoundStatus.STOPPED;
        if (again) {
            reopen(its, round, RoundWay.VOTE, "the objection was withdrawn", now);
        }
        switch (outcome) {
            case STOPPED -> stopped(its, round);
            case OPEN -> {
                if (!again) {
                    stillOpen(its, round, live);
                }
            }
            case PASSED -> passed(its, round, live, "every seat has spoken", actor, now);
            case FAILED -> failed(its, round, "the rule isn't met", null, actor, now);
        }
        rounds.flush();
    }

    /** The deadline has come: silence counts where the stage allows it, else a missing vote does. */
    void atDeadline(Package its, Round round, Principal actor) {
        Instant now = desk.now();
        if (round.silence()) {
            recordSilence(round, now);
        }
        List<Vote> live = rounds.live(round);
        Count.Outcome outcome = round.count(desk.proposers(its, actor)).conclude(said(live), true);
        switch (outcome) {
            case PASSED -> passed(its, round, live, "deadline", actor, now);
            case FAILED -> failed(its, round, "deadline: the rule isn't met", null, actor, now);
            case STOPPED, OPEN -> throw new IllegalStateException("a round at its deadline is " + outcome);
        }
        rounds.flush();
    }

    private void recordSilence(Round round, Instant now) {
        Map<String, Vote> spoken =
                rounds.live(round).stream().collect(Collectors.toMap(Vote::seat, Function.identity()));
        for (Count.ElectorateSeat seat : round.electorate()) {
            Vote said = spoken.get(seat.seat());
            if (said != null && said.choice() == Choice.RESERVE) {
                said.supersede(Vote.LAPSED, now);
                rounds.flush();
            }
            if (said == null || said.choice() == Choice.RESERVE) {
                rounds.getEntityManager().persist(Vote.silent(round, seat, now));
            }
        }
        rounds.flush();
    }

    private void stopped(Package its, Round round) {
        if (round.status() == RoundStatus.OPEN) {
            round.stop();
            desk.tellOfDeadlines(its);
        }
    }

    private void stillOpen(Package its, Round round, List<Vote> live) {
        live.stream()
                .filter(vote ->
                        vote.choice() == Choice.RESERVE && vote.reserveUntil().isAfter(round.deadline()))
                .max(Comparator.comparing(Vote::reserveUntil))
                .ifPresent(vote -> {
                    Instant before = round.deadline();
                    String why = "reserve of seat " + vote.seat();
                    // A seat names the date that its capital needs, a day off as well: then the reserve is why.
                    boolean dayOff = desk.programme(its)
                            .deadlines()
                            .closed(vote.reserveUntil())
                            .isPresent();
                    round.moveDeadline(vote.reserveUntil(), dayOff ? why : null, why, vote.account(), vote.at());
                    moved(its, round, before, why);
                });
    }

    /** The clock runs anew once no objection is left (G8). */
    void reopen(Package its, Round round, RoundWay way, String why, Instant now) {
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(round.stage());
        Instant before = round.deadline();
        round.reopen(way, DeadlineRule.anew(programme, stage, before, round.openedAt(), now), why, "", now);
        moved(its, round, before, why);
        stillOpen(its, round, rounds.live(round));
    }

    /** No deadline moves without a row of the history that says from when, to when and why. */
    private void moved(Package its, Round round, Instant before, String why) {
        rounds.flush();
        if (!round.deadline().equals(before)) {
            desk.done(its, "round.deadline-moved", null, desk.read(its, round).saying(null, null, why, before));
        }
    }

    void passed(Package its, Round round, List<Vote> live, String why, Principal actor, Instant now) {
        round.close(RoundStatus.PASSED, why, now);
        entries.of(its.id()).forEach(entry -> entry.passed(round));
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(round.stage());
        List<Proposal> proposals = desk.proposals(its, actor);
        String next = programme
                .nextStage(stage, proposals.getFirst().kind())
                .map(Stage::code)
                .orElse(null);
        List<String> outvoted = live.stream()
                .filter(vote -> vote.choice() == Choice.OBJECT)
                .map(Vote::seat)
                .sorted()
                .toList();
        Instant window = outvoted.isEmpty() || stage.window() == null || stage.escalatesTo() == null
                ? null
                : stage.window().after(now, programme.zone());
        Instant lawAt = stage.adopting() ? window == null ? now : window : null;
        its.stagePassed(next, outvoted, window, now);
        effects.stagePassed(proposals, Way.PASS_STAGE, next, programme, lawAt, actor, now);
        if (next == null) {
            desk.admitPublishers(its, programme, now);
        }
        desk.done(its, "round.passed", null, desk.read(its, round).saying(null, why, null, outvoted));
    }

    /** {@code by}: the person whose reason that is; null where the rule said it. */
    void failed(Package its, Round round, String why, Actor by, Principal actor, Instant now) {
        round.close(RoundStatus.FAILED, why, now);
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(round.stage());
        boolean escalates = stage.escalatesTo() != null;
        // An outcome stands in the outline that an auditor may read; what a person gave as reason does not.
        DecisionEvent payload = by == null
                ? desk.read(its, round).saying(null, why, null, null)
                : desk.read(its, round).saying(null, "ended without agreement", why, null);
        List<Proposal> proposals = desk.proposals(its, actor);
        effects.stageFailed(proposals, escalates, why, by, now);
        if (!escalates) {
            entries.of(its.id()).forEach(entry -> entry.leave("rejected", now));
        }
        its.failed(escalates ? stage.window().after(now, programme.zone()) : null);
        desk.done(its, "round.failed", null, payload);
    }

    private static List<Count.Said> said(List<Vote> live) {
        return live.stream()
                .map(vote -> new Count.Said(vote.seat(), vote.choice()))
                .toList();
    }
}
