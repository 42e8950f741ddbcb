package lockstep.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Replay;
import lockstep.e2e.source.SourceList;
import lockstep.local.CannotStart;
import lockstep.local.Checkout;
import lockstep.local.Instance;
import lockstep.local.Options;

/** A list of the Official Journal driven through the whole procedure on a fresh instance, and compared. */
final class ReplayBench {
    private static final Path REAL = Path.of("../shared/data/eu-official-journal/consolidated/32014R0833.csv");
    private final SourceList list;

    private ReplayBench(SourceList list) {
        this.list = list;
    }

    static ReplayBench of(String[] arguments) {
        if (arguments.length > 1) {
            Path named = Path.of(arguments[1]);
            if (!Files.isReadable(named)) {
                throw new CannotStart("there is no list at " + named);
            }
            return new ReplayBench(SourceList.in(named));
        }
        Path real = Checkout.find().root().resolve(REAL).normalize();
        if (Files.isReadable(real)) {
            return new ReplayBench(SourceList.in(real));
        }
        System.out.println("NOTE: the real list is not here (" + REAL + "); the built-in sample of invented companies"
                + " is replayed instead.");
        return new ReplayBench(SourceList.sample());
    }

    String run() {
        try (Temporary data = Temporary.directory();
                Instance instance = Instance.start(
                        Options.in(data.path()).withoutSample().lasting())) {
            return "replay "
                    + new Replay(list, Api.of(instance), data.path().resolve("replay.jsonl"), System.out)
                            .run()
                            .line();
        }
    }
}
