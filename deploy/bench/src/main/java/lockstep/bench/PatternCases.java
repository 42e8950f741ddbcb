package lockstep.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.ActWay;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Judging;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Statement;
import lockstep.e2e.replay.Tally;
import lockstep.e2e.replay.Workers;
import lockstep.e2e.voting.Companies;

/** Brings, through REST, one proposal to each place at which proposals wait, and packages into a round and to publication. */
final class PatternCases {
    private static final int FIRST = 50_000;
    private static final int PUBLISHED = 10;
    /** Seats that have voted in the open round; the readers' own has not. */
    private static final int VOTED = 5;

    private final Officials officials;
    private final Api api;
    private final Workers workers;
    private final Ledger ledger;
    private final Tally tally = new Tally(new PrintStream(OutputStream.nullOutputStream()));
    private int made = FIRST;

    PatternCases(Officials officials, Api api, Workers workers, Path ledger) {
        this.officials = officials;
        this.api = api;
        this.workers = workers;
        this.ledger = Ledger.in(ledger);
    }

    Growth.Patterns make() {
        EntryWay draft = entry(its -> {});
        EntryWay submitted = entry(EntryWay::submit);
        EntryWay inReview = entry(its -> its.intoReview(new Judging(tally)));
        EntryWay inLegalReview = entry(its -> {
            its.intoReview(new Judging(tally));
            its.endorse();
        });
        EntryWay ready = entry(this::ready);
        List<EntryWay> open = List.of(entry(this::ready));
        act(1, open).beginRound(officials.voters().subList(1, 1 + VOTED));
        List<EntryWay> published =
                IntStream.range(0, PUBLISHED).mapToObj(n -> entry(this::ready)).toList();
        act(2, published).run();
        return new Growth.Patterns(
                id(draft), id(submitted), id(inReview), id(inLegalReview), id(ready), ids(open), ids(published));
    }

    private EntryWay entry(Consumer<EntryWay> as) {
        EntryWay entry = new EntryWay(officials, Companies.row(made++), api, ledger, tally);
        entry.draft(
                new Statement(officials, api.listing(officials.analyst()).get("/programmes/" + officials.programme())));
        as.accept(entry);
        return entry;
    }

    private void ready(EntryWay entry) {
        entry.intoReview(new Judging(tally));
        entry.toReady();
    }

    private ActWay act(int day, List<EntryWay> entries) {
        return new ActWay(officials, LocalDate.of(2026, 11, day), entries, api, ledger, workers);
    }

    private static UUID id(EntryWay entry) {
        return UUID.fromString(entry.id());
    }

    private static List<UUID> ids(List<EntryWay> entries) {
        return entries.stream().map(PatternCases::id).toList();
    }
}
