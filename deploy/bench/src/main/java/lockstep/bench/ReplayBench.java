package lockstep.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.ActReplay;
import lockstep.e2e.replay.Replay;
import lockstep.e2e.source.AmendingAct;
import lockstep.e2e.source.SourceList;
import lockstep.local.CannotStart;
import lockstep.local.Checkout;
import lockstep.local.Instance;
import lockstep.local.Options;

/** A list or an act of the Official Journal driven through the whole procedure on a fresh instance, and compared. */
final class ReplayBench {
    private static final Path REAL = Path.of("../shared/data/eu-official-journal/consolidated/32014R0833.csv");
    private final BiFunction<Api, Path, String> figures;

    private ReplayBench(BiFunction<Api, Path, String> figures) {
        this.figures = figures;
    }

    static ReplayBench of(String[] arguments) {
        if (arguments.length > 1) {
            Path named = Path.of(arguments[1]);
            if (!Files.isReadable(named)) {
                throw new CannotStart("there is no list at " + named);
            }
            return in(named);
        }
        Path real = Checkout.find().root().resolve(REAL).normalize();
        if (Files.isReadable(real)) {
            return of(SourceList.in(real));
        }
        System.out.println("NOTE: the real list is not here (" + REAL + "); the built-in sample of invented companies"
                + " is replayed instead.");
        return of(SourceList.sample());
    }

    private static ReplayBench in(Path file) {
        if (!AmendingAct.isIn(file)) {
            return of(SourceList.in(file));
        }
        AmendingAct act = act(file);
        return new ReplayBench((api, ledger) ->
                new ActReplay(act, api, ledger, System.out).run().line());
    }

    private static AmendingAct act(Path file) {
        try {
            return AmendingAct.in(file);
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart(file + " can't be replayed: " + unusable.getMessage());
        }
    }

    private static ReplayBench of(SourceList list) {
        return new ReplayBench(
                (api, ledger) -> new Replay(list, api, ledger, System.out).run().line());
    }

    String run() {
        try (Temporary data = Temporary.directory();
                Instance instance =
                        Instance.start(Options.in(data.path()).withoutSample().lasting())) {
            return "replay " + figures.apply(Api.of(instance), data.path().resolve("replay.jsonl"));
        }
    }
}
