package lockstep.e2e.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.e2e.source.SourceRow;

/** Counts how far a run is and keeps every row that needed a word, with the word. */
public final class Tally {
    /** Why a row is named. */
    public enum Kind {
        /** The same target, or the same number, stands on two rows: an official's judgement decided. */
        EXPLAINED("explained"),
        /** A name is like another entry's, and the judgement was: another target. */
        ANOTHER_TARGET("like another entry, judged different"),
        /** Neither seat nor number is printed: the proposal has a stand-in for a seat, which no output prints. */
        NAMES_ALONE("printed with its name alone, a stand-in for its seat given"),
        /** The service asks for a number where the annex prints none. */
        NO_NUMBER("printed without a number, published under its place in the annex"),
        NO_NATIVE_NAME("no name in the country's own script, reason recorded"),
        /** What its label calls it and what its form shows differ. */
        OTHER_NUMBER("number of another system than its label says, noted"),
        KEPT_AS_PRINTED("number fails its check, kept as printed with the reason"),
        MISMATCH("MISMATCH"),
        ERROR("ERROR");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Map<Kind, Map<String, String>> rows = new TreeMap<>();
    private final AtomicInteger drafted = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();

    public Tally(PrintStream out) {
        this.out = out;
        for (Kind kind : Kind.values()) {
            rows.put(kind, new ConcurrentSkipListMap<>());
        }
    }

    void drafted() {
        drafted.incrementAndGet();
    }

    void ready() {
        ready.incrementAndGet();
    }

    void published() {
        published.incrementAndGet();
    }

    void note(Kind kind, SourceRow row, String words) {
        rows.get(kind).merge(order(row), row + ": " + words, (old, more) -> old + "; " + more);
        if (kind == Kind.ERROR) {
            say("error at " + row + ": " + words);
        }
    }

    private static String order(SourceRow row) {
        return String.format(Locale.ROOT, "%s %06d", row.annex(), Integer.parseInt(row.reference()));
    }

    public int count(Kind kind) {
        return rows.get(kind).size();
    }

    public List<String> named(Kind kind) {
        return List.copyOf(rows.get(kind).values());
    }

    long seconds() {
        return Math.round((System.nanoTime() - began) / 1e9);
    }

    void say(String line) {
        out.printf(Locale.ROOT, "[%4d s] %s%n", seconds(), line);
        out.flush();
    }

    void sayHowFar(int entries) {
        say("drafted %d, ready %d, published %d of %d".formatted(drafted.get(), ready.get(), published.get(), entries));
    }

    /** Every named row under its kind, then the figures. */
    ReplayResult close(int entries) {
        rows.forEach((kind, its) -> {
            if (!its.isEmpty()) {
                out.println(its.size() + " × " + kind.words + ":");
                its.values().forEach(line -> out.println("    " + line));
            }
        });
        return new ReplayResult(entries, count(Kind.MISMATCH), count(Kind.EXPLAINED), count(Kind.ERROR), seconds());
    }
}
