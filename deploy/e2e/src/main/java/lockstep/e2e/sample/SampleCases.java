package lockstep.e2e.sample;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Tally;
import lockstep.e2e.replay.Workers;
import lockstep.local.Instance;
import lockstep.local.Progress;
import lockstep.local.Sample;

/** Loads the sample by REST alone; what an interrupted run has done already is not done again. */
public final class SampleCases implements Sample {
    private static final int AT_A_TIME = 4;

    @Override
    public void load(Instance instance, Progress progress) {
        Path notes = instance.options().data().resolve("sample.jsonl");
        Tally tally = new Tally(new PrintStream(OutputStream.nullOutputStream()));
        try (Workers workers = new Workers(AT_A_TIME)) {
            SampleWay way = new SampleWay(Api.of(instance), Ledger.in(notes), tally, workers);
            List<Future<?>> parts = List.of(
                    workers.beside(new UnionSample(way)::load), workers.beside(new EntityListSample(way)::load));
            parts.forEach(Workers::await);
        }
        progress.say("the sample's cases are there: two programmes, each situation once");
    }
}
