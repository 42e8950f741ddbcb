package lockstep.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.statements.VoteRows;
import lockstep.e2e.statements.VoteScript;
import lockstep.e2e.voting.OpenRound;
import lockstep.e2e.voting.OpenRounds;
import lockstep.local.Instance;
import lockstep.local.Options;

/**
 * How fast the procedure goes: votes through REST against the same statements sent by pgbench, and the pages of a large
 * register against those of a small one, all on one instance in one run.
 */
final class ProcedureBench {
    private static final Officials OFFICIALS = Officials.UNION;
    private static final int CLIENTS = 16;
    /** Of each package that is voted on. */
    private static final int ENTRIES = 2;
    /** The last seat never votes, so that the rounds stay open. */
    private static final List<String> VOTERS =
            OFFICIALS.voters().subList(0, OFFICIALS.voters().size() - 1);

    private final Sizes sizes;

    /**
     * @param each rounds for each client of pgbench
     * @param warm seconds of a stretch that warms, of {@code stretches} at most
     */
    private record Sizes(int each, int warm, int stretches, int rest, int pgbench, int turns, int small, int large) {}

    private ProcedureBench(Sizes sizes) {
        this.sizes = sizes;
    }

    static ProcedureBench of(String[] arguments) {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        return new ProcedureBench(
                quick ? new Sizes(1, 10, 4, 6, 4, 2, 200, 2_000) : new Sizes(4, 45, 8, 10, 8, 3, 1_000, 100_000));
    }

    String run() {
        Pgbench.mustBeThere();
        try (Temporary data = Temporary.directory();
                Instance instance =
                        Instance.start(Options.in(data.path()).withoutSample().lasting())) {
            return measure(instance, data.path());
        }
    }

    String measure(Instance instance, Path notes) {
        Api api = Api.of(instance);
        try (Workers workers = new Workers(CLIENTS)) {
            String votes = votes(instance, api, workers, notes);
            Growth growth = new Growth(
                    api,
                    OFFICIALS,
                    new Register(instance),
                    new PatternCases(OFFICIALS, api, workers, notes.resolve("patterns.jsonl")).make(),
                    ProcedureBench::say);
            growth.fill(sizes.small());
            Growth.Times small = growth.measure();
            growth.fill(sizes.large());
            Growth.Times large = growth.measure();
            return String.format(Locale.ROOT, votes, large.most(small)) + large.against(small);
        }
    }

    /** The line's beginning, the growth to be put in. */
    String votes(Instance instance, Api api, Workers workers, Path notes) {
        OpenRounds opening = new OpenRounds(OFFICIALS, api, notes.resolve("rounds.jsonl"));
        Pgbench limit = new Pgbench(instance, VoteScript.file(), CLIENTS);
        List<Double> limits = new ArrayList<>();
        say("making " + sizes.each() * CLIENTS + " open rounds");
        List<OpenRound> rounds = opening.open(sizes.each() * CLIENTS, ENTRIES, workers);
        VoteLoad load = new VoteLoad(api, rounds, VOTERS, CLIENTS);
        load.logIn();
        load.begin(workers);
        load.warm(sizes.warm(), sizes.stretches());
        new VoteRows(instance).take(rounds.stream().map(OpenRound::id).toList(), VoteScript.VOTER);
        for (int turn = 0; turn < sizes.turns(); turn++) {
            load.logIn();
            forget(instance);
            load.run(sizes.rest());
            forget(instance);
            limits.add(limit.run(sizes.pgbench(), sizes.each()).perSecond());
            say(String.format(
                    Locale.ROOT, "REST %.0f votes/s so far, pgbench %.0f", load.perSecond(), limits.getLast()));
        }
        double tps = limits.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return String.format(
                Locale.ROOT,
                "procedure ratio=%.2f vote_p99_ms=%.0f growth=%%.2f votes_per_s=%.1f vote_p50_ms=%.0f limit_tps=%.1f"
                        + " vote_p99_at_half_ms=%.0f transitions_per_s=%.1f",
                load.perSecond() / tps,
                load.percentile(0.99),
                load.perSecond(),
                load.percentile(0.5),
                tps,
                load.percentileAtHalf(0.99, sizes.rest()),
                opening.stepsPerSecond());
    }

    /** Earlier votes of the rounds are forgotten, so that each stretch begins with rounds as long as the others did. */
    private static void forget(Instance instance) {
        try (Connection connection = instance.connect("listing");
                Statement owner = connection.createStatement()) {
            owner.execute("delete from vote where superseded_at is not null");
            owner.execute("vacuum analyze vote");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
