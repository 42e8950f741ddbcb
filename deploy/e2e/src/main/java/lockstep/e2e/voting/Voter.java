package lockstep.e2e.voting;

import static lockstep.e2e.client.Json.object;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.e2e.client.Answer;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;

/** One account that votes, and changes its vote, again and again. */
public final class Voter {
    private final Caller caller;

    public Voter(Api api, String account) {
        this.caller = api.listing(account);
    }

    /** Approves with other words than before; under that key. */
    public void vote(OpenRound round, UUID key) {
        Answer answer = caller.send(
                "POST",
                "/rounds/" + round.id() + "/votes",
                object(
                        "packageHashRead",
                        round.packageHash(),
                        "choice",
                        "APPROVE",
                        "reason",
                        "Considered again, " + ThreadLocalRandom.current().nextLong(1_000_000_000)),
                Map.of("Idempotency-Key", key.toString()));
        if (answer.status() != 201) {
            throw new IllegalStateException(
                    "a vote of " + caller.account() + " was answered with " + answer.status() + ": " + answer.text());
        }
    }
}
