package lockstep.e2e.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import lockstep.e2e.source.SourceRow;

/** A run over rows, which says every few seconds how far it is: a row that fails is counted and left behind. */
final class Course implements AutoCloseable {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private final Tally tally;
    private final int rows;
    private final Set<SourceRow> failed = ConcurrentHashMap.newKeySet();
    private final Thread reporter;

    Course(Tally tally, int rows) {
        this.tally = tally;
        this.rows = rows;
        this.reporter = Thread.startVirtualThread(this::report);
    }

    /** One after the other into review, so that of two entries alike the later one is judged; the rest side by side. */
    List<Future<?>> review(List<EntryWay> entries, Map<EntryWay, Future<?>> drafts, Judging judging, Workers workers) {
        List<Future<?>> reviews = new ArrayList<>();
        for (EntryWay entry : entries) {
            Workers.await(drafts.get(entry));
            guarded(entry.row(), () -> entry.intoReview(judging));
            reviews.add(workers.submit(() -> guarded(entry.row(), entry::toReady)));
        }
        return reviews;
    }

    void guarded(SourceRow row, Runnable step) {
        if (failed.contains(row)) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException refused) {
            fail(row, refused);
        }
    }

    /** A step of several entries at once; false, and all of them left behind, where it fails. */
    boolean together(List<EntryWay> entries, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException refused) {
            entries.forEach(entry -> fail(entry.row(), refused));
            return false;
        }
    }

    private void fail(SourceRow row, RuntimeException why) {
        if (failed.add(row)) {
            tally.note(Tally.Kind.ERROR, row, String.valueOf(why.getMessage()));
        }
    }

    /** Those that haven't failed. */
    List<EntryWay> standing(List<EntryWay> entries) {
        return entries.stream().filter(entry -> !failed.contains(entry.row())).toList();
    }

    void compared(EntryWay entry) {
        guarded(entry.row(), () -> compare(entry));
    }

    private void compare(EntryWay entry) {
        List<String> differences = Comparison.of(entry.row(), entry.published());
        if (!differences.isEmpty()) {
            tally.note(Tally.Kind.MISMATCH, entry.row(), String.join("; ", differences));
        }
        if (!entry.row().numbered()) {
            tally.note(
                    Tally.Kind.NO_NUMBER, entry.row(), "number " + entry.row().reference());
        }
        tally.published();
    }

    private void report() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(REPORT_EVERY);
            } catch (InterruptedException done) {
                return;
            }
            tally.sayHowFar(rows);
        }
    }

    @Override
    public void close() {
        reporter.interrupt();
        tally.sayHowFar(rows);
    }
}
