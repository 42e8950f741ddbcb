package lockstep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.e2e.client.Api;
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
import lockstep.local.Options;

/** Captures one vote from an instance of its own and writes the committed script anew. */
final class WriteVoteScript {
    private static final int WARM = 60;

    private WriteVoteScript() {}

    static String run() {
        try (Temporary data = Temporary.directory();
                Instance instance = Instance.start(Options.in(data.path()).withoutSample())) {
            return write(instance, data.path());
        }
    }

    static String write(Instance instance, Path notes) {
        Api api = Api.of(instance);
        try (Workers workers = new Workers(2)) {
            OpenRound round = new OpenRounds(Officials.UNION, api, notes.resolve("script.jsonl"))
                    .open(1, 1, workers)
                    .getFirst();
            Voter voter = new Voter(api, VoteScript.VOTER);
            for (int i = 0; i < WARM; i++) {
                voter.vote(round, UUID.randomUUID());
            }
            VoteRows rows = new VoteRows(instance);
            rows.take(List.of(round.id()), VoteScript.VOTER);
            Map<String, String> known = new TreeMap<>();
            UUID key = UUID.randomUUID();
            String log = new Capture(instance)
                    .log(
                            () -> {
                                voter.vote(round, UUID.randomUUID());
                                rows.first().forEach((column, value) -> known.put(value, column));
                            },
                            () -> voter.vote(round, key));
            known.put(key.toString(), "key");
            Files.writeString(VoteScript.file(), VoteScript.of(log, rows.first().get("sub"), known));
            Normalised asked = new Capture(instance).statistics(() -> voter.vote(round, UUID.randomUUID()));
            System.out.print(VoteScript.committed().difference(asked));
            return "vote-script statements=" + VoteScript.committed().size() + " of=" + asked.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
