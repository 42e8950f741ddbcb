package lockstep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.local.CannotStart;
import lockstep.local.Instance;

/** PostgreSQL's own load generator, with as many clients as the bench has, on listing-service's database as its role. */
record Pgbench(Instance instance, Path script, int clients) {
    private static final String PROGRAM = "pgbench";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern MEAN = Pattern.compile("latency average = ([0-9.]+) ms");

    /** Transactions per second, and how long one takes on average, in ms. */
    record Figures(double perSecond, double meanMs) {}

    /** Refuses where the machine has no pgbench. */
    static void mustBeThere() {
        try {
            Process asked = new ProcessBuilder(PROGRAM, "--version").start();
            asked.getInputStream().readAllBytes();
            asked.waitFor();
        } catch (IOException missing) {
            throw new CannotStart(
                    "pgbench is not in PATH: install it (Debian: apt-get install postgresql-contrib)", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** @param each rounds that each client has for itself */
    Figures run(int seconds, int each) {
        List<String> command = List.of(
                PROGRAM,
                "-n",
                "-M",
                "prepared",
                "-c",
                clients + "",
                "-j",
                "2",
                "-T",
                seconds + "",
                "-D",
                "each=" + each,
                "-f",
                script.toString());
        try {
            Process process = instance.client("listing", "listing_app", command)
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(told);
            Matcher mean = MEAN.matcher(told);
            if (process.waitFor() != 0 || !rate.find() || !mean.find() || told.contains("aborted")) {
                throw new IllegalStateException("pgbench failed:\n" + told);
            }
            return new Figures(Double.parseDouble(rate.group(1)), Double.parseDouble(mean.group(1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
