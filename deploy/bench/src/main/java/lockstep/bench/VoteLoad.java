package lockstep.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.voting.OpenRound;
import lockstep.e2e.voting.Voter;

/** Officials who vote through REST, each of the clients on some seat of some open round, one vote after the other. */
final class VoteLoad {
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

    /** Votes for so long and keeps what it measures. */
    void run(int time) {
        long began = System.nanoTime();
        List<Double> measured = load(time);
        seconds += (System.nanoTime() - began) / 1e9;
        latencies.addAll(measured);
    }

    /** Votes for so long and forgets it. */
    void warm(int time) {
        load(time);
    }

    private List<Double> load(int time) {
        long end = System.nanoTime() + time * 1_000_000_000L;
        List<List<Double>> each = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            each.add(new ArrayList<>());
        }
        try (Workers workers = new Workers(clients)) {
            workers.all(each, own -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                while (System.nanoTime() < end) {
                    OpenRound round = rounds.get(random.nextInt(rounds.size()));
                    Voter voter = voters.get(random.nextInt(voters.size()));
                    long began = System.nanoTime();
                    voter.vote(round, UUID.randomUUID());
                    own.add((System.nanoTime() - began) / 1e6);
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
        List<Double> sorted = latencies.stream().sorted().toList();
        return sorted.get((int) Math.ceil(of * sorted.size()) - 1);
    }
}
