package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.statements.Capture;
import lockstep.e2e.statements.Normalised;
import lockstep.e2e.statements.VoteRows;
import lockstep.e2e.statements.VoteScript;
import lockstep.e2e.voting.OpenRound;
import lockstep.e2e.voting.OpenRounds;
import lockstep.e2e.voting.Voter;
import lockstep.local.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The bench measures votes against a script; it must be what a vote asks of the database today. */
@Isolated("the server counts what others ask of it meanwhile")
class VoteStatementsIT {
    private final Instance instance = Running.instance();

    @Test
    void a_vote_asks_of_the_database_what_the_committed_script_says() {
        OpenRound round;
        try (Workers workers = new Workers(1)) {
            round = new OpenRounds(Officials.UNION, Running.api(), Running.notes("vote-statements"))
                    .open(1, 1, workers)
                    .getFirst();
        }
        Voter voter = new Voter(Running.api(), VoteScript.VOTER);
        Runnable vote = () -> voter.vote(round, UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            vote.run();
        }
        VoteRows rows = new VoteRows(instance);
        rows.take(List.of(round.id()), VoteScript.VOTER);
        Capture capture = new Capture(instance);
        // Streams that are open to others look at the history after each vote: the log tells whose a statement is.
        Normalised own = VoteScript.asked(capture.log(vote, vote), rows.first().get("sub"));
        Normalised committed = VoteScript.committed();
        assertEquals(
                "",
                committed.difference(capture.statistics(vote).within(own, committed)),
                "./lockstep bench vote-script writes the script anew; look at what it changes");
    }
}
