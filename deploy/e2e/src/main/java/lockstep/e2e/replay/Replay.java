package lockstep.e2e.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import lockstep.e2e.client.Api;
import lockstep.e2e.source.SourceList;

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

    private final SourceList list;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally;
    private final Judging judging;

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
        try (Workers workers = new Workers(WORKERS);
                Course course = new Course(tally, list.rows().size())) {
            List<EntryWay> entries = list.rows().stream()
                    .map(row -> new EntryWay(OFFICIALS, row, api, ledger, tally))
                    .toList();
            Map<EntryWay, Future<?>> drafts = new LinkedHashMap<>();
            entries.forEach(entry ->
                    drafts.put(entry, workers.submit(() -> course.guarded(entry.row(), () -> entry.draft(statement)))));
            List<Future<?>> acts = new ArrayList<>();
            for (LocalDate date : list.dates()) {
                int before = acts.size() - ACTS_AT_ONCE;
                List<EntryWay> its = entries.stream()
                        .filter(entry -> entry.row().listed().equals(date))
                        .toList();
                List<Future<?>> reviews = course.review(its, drafts, judging, workers);
                acts.add(workers.beside(
                        () -> act(date, its, before < 0 ? null : acts.get(before), reviews, workers, course)));
            }
            acts.forEach(Workers::await);
        }
        return tally.close(list.rows().size());
    }

    private void act(
            LocalDate date,
            List<EntryWay> entries,
            Future<?> before,
            List<Future<?>> reviews,
            Workers workers,
            Course course) {
        if (before != null) {
            Workers.await(before);
        }
        reviews.forEach(Workers::await);
        List<EntryWay> its = course.standing(entries);
        if (its.isEmpty()) {
            return;
        }
        course.together(its, () -> {
            new ActWay(OFFICIALS, date, its, api, ledger, workers).run();
            tally.say("published the act of " + date + " with " + its.size() + " entries");
            workers.all(its, course::compared);
        });
    }
}
