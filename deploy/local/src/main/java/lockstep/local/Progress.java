package lockstep.local;

import java.io.PrintStream;
import java.util.Locale;

/** Tells whoever waits how far the start is: one line a step, with the seconds since it began. */
public final class Progress {
    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String step) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), step);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
