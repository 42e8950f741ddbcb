package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Stage;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** The chair takes the entries objected to out of a stopped round; the others go on under a new hash. */
@ApplicationScoped
public class CarveOut {
    private final Rounds rounds;
    private final Entries entries;
    private final PackageEffects effects;
    private final Conclude conclude;
    private final Desk desk;

    CarveOut(Rounds rounds, Entries entries, PackageEffects effects, Conclude conclude, Desk desk) {
        this.rounds = rounds;
        this.entries = entries;
        this.effects = effects;
        this.conclude = conclude;
        this.desk = desk;
    }

    @Transactional
    public Round carve(UUID roundId, Set<UUID> out, Instant deadline, String reason, Actor actor) {
        Package its = desk.takeOf(roundId, "round.carved-out", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        Round round = desk.round(roundId);
        round.possible(RoundWay.CARVE_OUT);
        List<Proposal> leaving = desk.proposals(its, actor).stream()
                .filter(proposal -> out.contains(proposal.id()))
                .toList();
        DecisionRefused.when(
                leaving.isEmpty() || leaving.size() != out.size(),
                Reason.NOTHING_TO_CARVE_OUT,
                "Name entries that are in this round.");
        Instant now = desk.now();
        for (Proposal proposal : leaving) {
            effects.carvedOut(proposal, reason, actor, now);
            entries.findById(new Entry.Key(its.id(), proposal.id())).leave("carved out", now);
        }
        if (!desk.entriesChanged(its, PackageWay.LOSE_ENTRY, actor)) {
            round.cancel("the last entry was carved out", now);
        } else {
            round.carvedOut(its.hash());
            rounds.flush();
            supersede(round, out, now);
            goesOn(its, round, deadline, reason, actor, now);
        }
        rounds.flush();
        desk.done(its, "round.carved-out", null, desk.read(its, round).saying(null, null, reason, out));
        return round;
    }

    /** What was said of the old content no longer counts; an objection to the whole, or to an entry that stays, does. */
    private void supersede(Round round, Set<UUID> out, Instant now) {
        for (Vote vote : rounds.live(round)) {
            boolean stays =
                    vote.choice() == Choice.OBJECT && (vote.entries().isEmpty() || !out.containsAll(vote.entries()));
            if (!stays) {
                vote.supersede("carved out", now);
            }
        }
        rounds.flush();
    }

    private void goesOn(Package its, Round round, Instant deadline, String reason, Actor actor, Instant now) {
        boolean stillStopped = rounds.live(round).stream().anyMatch(vote -> vote.choice() == Choice.OBJECT);
        if (stillStopped) {
            return;
        }
        Programme programme = desk.programme(its);
        Stage stage = programme.stage(round.stage());
        Instant next = deadline == null ? DeadlineRule.anew(programme, stage, round.deadline(), now, now) : deadline;
        if (deadline != null) {
            DeadlineRule.check(programme, stage, now, now, next, null, now);
        }
        round.reopen(RoundWay.CARVE_OUT, next, reason, actor.account(), now);
    }
}
