package lockstep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Watches how much of its heap a service uses, once a second, by the JDK's own jstat. */
final class Heap implements AutoCloseable {
    private final Process jstat;
    private final AtomicLong mostKib = new AtomicLong();

    private Heap(Process jstat) {
        this.jstat = jstat;
        Thread.ofVirtual().start(this::watch);
    }

    /** Of the child process whose command line names this. */
    static Heap of(String service) {
        long pid = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments))
                        .orElse("")
                        .contains(service))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
        try {
            Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
            return new Heap(new ProcessBuilder(jstat.toString(), "-gc", pid + "", "1000").start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In MiB, at the fullest moment that was seen. */
    long most() {
        return mostKib.get() / 1024;
    }

    private void watch() {
        try (BufferedReader lines = jstat.inputReader()) {
            List<String> columns = words(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> values = words(line);
                double used = Stream.of("S0U", "S1U", "EU", "OU")
                        .mapToDouble(column -> Double.parseDouble(values.get(columns.indexOf(column))))
                        .sum();
                mostKib.accumulateAndGet((long) used, Math::max);
            }
        } catch (IOException ended) {
            // the watched service or the bench has ended
        }
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    @Override
    public void close() {
        jstat.destroy();
    }
}
