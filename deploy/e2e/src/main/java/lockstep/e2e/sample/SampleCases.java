package lockstep.e2e.sample;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Workers;
import lockstep.local.Instance;
import lockstep.local.Progress;
import lockstep.local.Sample;

/** Loads the sample by REST alone; what an interrupted run has done already is not done again. */
public final class SampleCases implements Sample {
    private static final int AT_A_TIME = 4;
    /** An urgent listing of that age has six days left. */
    private static final Duration EARLIER = Duration.ofDays(50);

    @Override
    public Duration earlier() {
        return EARLIER;
    }

    @Override
    public boolean earlierIn(String programme) {
        return programme.equals("UK-RUS");
    }

    @Override
    public void loadEarlier(Instance instance) {
        work(instance, EARLIER.negated(), (steps, workers) -> new PartnersSample(
                        new Desk(steps, workers, "partners.yaml"))
                .urgent());
    }

    @Override
    public void load(Instance instance, Progress progress) {
        work(instance, Duration.ZERO, (steps, workers) -> {
            UnionSample union = new UnionSample(new Desk(steps, workers, "packages.yaml", "proposals.yaml"));
            PartnersSample partners = new PartnersSample(new Desk(steps, workers, "partners.yaml"));
            List<Future<?>> parts = List.of(
                    workers.beside(union::packages),
                    workers.beside(union::proposals),
                    workers.beside(union::absence),
                    workers.beside(partners::load));
            parts.forEach(Workers::await);
        });
        progress.say("the sample's cases are there: each situation of the procedure once");
    }

    private static void work(Instance instance, Duration from, BiConsumer<Steps, Workers> work) {
        Duration offset = Duration.parse(instance.options().clockOffset()).plus(from);
        Clock clock = Clock.offset(Clock.systemUTC(), offset);
        Path notes = instance.options().data().resolve("sample.jsonl");
        try (Workers workers = new Workers(AT_A_TIME)) {
            work.accept(new Steps(Api.of(instance), Ledger.in(notes), clock), workers);
        }
    }
}
