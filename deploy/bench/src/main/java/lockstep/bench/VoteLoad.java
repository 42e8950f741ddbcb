package lockstep.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.voting.OpenRound;
import lockstep.e2e.voting.Voter;

/** Officials who vote through REST, each of the clients on some seat of some open round, one vote after the other. */
final class VoteLoad {
    /** A stretch that gains less than this on the one before is warm. */
    private static final double STEADY = 1.03;

    private final Api api;
    private final List<OpenRound> rounds;
    private final List<String> accounts;
    private final List<Voter> voters;
    private final int clients;
    private final List<Double> latencies = new ArrayList<>();
    private double seconds;

    VoteLoad(Api api, List<OpenRound> rounds, List<String> accounts, int clients) {
        this.api = api;
        this.rounds = rounds;
        this.accounts = accounts;
        this.voters = accounts.stream().map(account -> new Voter(api, account)).toList();
        this.clients = clients;
    }

    /** Logs all in whose token is about to end. */
    void logIn() {
        accounts.forEach(account -> api.tokens().of(account, 2));
    }

    /** Each seat's first vote in each round. */
    void begin(Workers workers) {
        workers.all(rounds, round -> voters.forEach(voter -> voter.vote(round, UUID.randomUUID())));
    }

    /** Votes for so long as fast as answers come, and keeps what it measures. */
    void run(int time) {
        long began = System.nanoTime();
        List<Double> measured = load(time, 0);
        seconds += (System.nanoTime() - began) / 1e9;
        latencies.addAll(measured);
    }

    /**
     * Votes in stretches and forgets them, until one is hardly quicker than the one before: the compiler of a fresh JVM
     * takes a good part of the machine for minutes, which officials in the middle of their day don't wait for.
     *
     * @param stretch in seconds
     * @param most stretches at most
     */
    void warm(int stretch, int most) {
        double before = 0;
        for (int i = 0; i < most; i++) {
            double rate = load(stretch, 0).size() / (double) stretch;
            if (rate < before * STEADY) {
                return;
            }
            before = rate;
        }
    }

    /** The percentile, in ms, where votes come at half the rate that was reached. */
    double percentileAtHalf(double of, int time) {
        return percentile(of, load(time, (long) (clients * 2 * 1e9 / perSecond())));
    }

    /** @param every a client's next vote begins no sooner than so many nanoseconds after its last one began */
    private List<Double> load(int time, long every) {
        long end = System.nanoTime() + time * 1_000_000_000L;
        List<List<Double>> each = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            each.add(new ArrayList<>());
        }
        try (Workers workers = new Workers(clients)) {
            workers.all(each, own -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                LockSupport.parkNanos(random.nextLong(every + 1));
                for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                    OpenRound round = rounds.get(random.nextInt(rounds.size()));
                    Voter voter = voters.get(random.nextInt(voters.size()));
                    voter.vote(round, UUID.randomUUID());
                    long took = System.nanoTime() - began;
                    own.add(took / 1e6);
                    LockSupport.parkNanos(every - took);
                }
            });
        }
        return each.stream().flatMap(List::stream).toList();
    }

    double perSecond() {
        return latencies.size() / seconds;
    }

    /** In ms, of all votes so far. */
    double percentile(double of) {
        return percentile(of, latencies);
    }

    private static double percentile(double of, List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        return sorted.get((int) Math.ceil(of * sorted.size()) - 1);
    }
}
