package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import lockstep.e2e.client.Api;
import lockstep.e2e.source.SourceList;
import lockstep.e2e.source.SourceRow;

/**
 * Drives every row of a list through the whole procedure and compares what is published with the source. Drafts and
 * reviews go side by side; submission and acceptance go in the list's order, so that of two entries alike the later one
 * is judged.
 */
public final class Replay {
    private static final Officials OFFICIALS = Officials.UNION;
    private static final int WORKERS = 6;
    /** While one act waits for its release, the next one is voted on. */
    private static final int ACTS_AT_ONCE = 2;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private final SourceList list;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally;
    private final Judging judging;
    private final Set<SourceRow> failed = ConcurrentHashMap.newKeySet();

    public Replay(SourceList list, Api api, Path ledger, PrintStream out) {
        this.list = list;
        this.api = api;
        this.ledger = Ledger.in(ledger);
        this.tally = new Tally(out);
        this.judging = new Judging(tally);
    }

    public ReplayResult run() {
        tally.say(list.rows().size() + " entries under " + list.dates().size() + " dates from " + list.title());
        Statement statement =
                new Statement(OFFICIALS, api.listing(OFFICIALS.analyst()).get("/programmes/" + OFFICIALS.programme()));
        try (Workers workers = new Workers(WORKERS)) {
            Thread reporter = reporter();
            List<EntryWay> entries = list.rows().stream()
                    .map(row -> new EntryWay(OFFICIALS, row, api, ledger, tally))
                    .toList();
            Map<EntryWay, Future<?>> drafts = new LinkedHashMap<>();
            entries.forEach(entry ->
                    drafts.put(entry, workers.submit(() -> guarded(entry.row(), () -> entry.draft(statement)))));
            List<Future<?>> acts = new ArrayList<>();
            for (LocalDate date : list.dates()) {
                int before = acts.size() - ACTS_AT_ONCE;
                List<EntryWay> its = entries.stream()
                        .filter(entry -> entry.row().listed().equals(date))
                        .toList();
                List<Future<?>> reviews = review(its, drafts, workers);
                acts.add(workers.beside(() -> act(date, its, before < 0 ? null : acts.get(before), reviews, workers)));
            }
            acts.forEach(Workers::await);
            reporter.interrupt();
        }
        tally.sayHowFar(list.rows().size());
        return tally.close(list.rows().size());
    }

    private List<Future<?>> review(List<EntryWay> entries, Map<EntryWay, Future<?>> drafts, Workers workers) {
        List<Future<?>> reviews = new ArrayList<>();
        for (EntryWay entry : entries) {
            Workers.await(drafts.get(entry));
            guarded(entry.row(), () -> entry.intoReview(judging));
            reviews.add(workers.submit(() -> guarded(entry.row(), entry::toReady)));
        }
        return reviews;
    }

    private void act(
            LocalDate date, List<EntryWay> entries, Future<?> before, List<Future<?>> reviews, Workers workers) {
        if (before != null) {
            Workers.await(before);
        }
        reviews.forEach(Workers::await);
        List<EntryWay> its =
                entries.stream().filter(entry -> !failed.contains(entry.row())).toList();
        if (its.isEmpty()) {
            return;
        }
        try {
            new ActWay(OFFICIALS, date, its, api, ledger, workers).run();
            tally.say("published the act of " + date + " with " + its.size() + " entries");
            workers.all(its, entry -> guarded(entry.row(), () -> compare(entry)));
        } catch (RuntimeException refused) {
            its.forEach(entry -> fail(entry.row(), refused));
        }
    }

    private void compare(EntryWay entry) {
        String listing = entry.standing().path("listingId").asText(null);
        if (listing == null) {
            throw new IllegalStateException("published, but no listing is named");
        }
        JsonNode published = api.listing(OFFICIALS.analyst()).get("/listings/" + listing);
        List<String> differences = Comparison.of(entry.row(), published);
        if (!differences.isEmpty()) {
            tally.note(Tally.Kind.MISMATCH, entry.row(), String.join("; ", differences));
        }
        tally.published();
    }

    /** A row that fails is counted and left behind; the others go on. */
    private void guarded(SourceRow row, Runnable step) {
        if (failed.contains(row)) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException refused) {
            fail(row, refused);
        }
    }

    private void fail(SourceRow row, RuntimeException why) {
        if (failed.add(row)) {
            tally.note(Tally.Kind.ERROR, row, String.valueOf(why.getMessage()));
        }
    }

    private Thread reporter() {
        return Thread.startVirtualThread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(REPORT_EVERY);
                } catch (InterruptedException done) {
                    return;
                }
                tally.sayHowFar(list.rows().size());
            }
        });
    }
}
