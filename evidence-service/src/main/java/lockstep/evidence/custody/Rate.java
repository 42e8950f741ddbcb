package lockstep.evidence.custody;

import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** Takes bytes and keeps none, so many in a second at most; says from time to time that it is still at it. */
final class Rate extends OutputStream {
    private static final long NANOS = 1_000_000_000;

    private final long perSecond;
    private final long beatAfter;
    private final Runnable beat;
    private final long since = System.nanoTime();
    private long taken;
    private long beaten = since;

    Rate(long perSecond, Duration beatAfter, Runnable beat) {
        this.perSecond = perSecond;
        this.beatAfter = beatAfter.toNanos();
        this.beat = beat;
    }

    @Override
    public void write(int one) throws InterruptedIOException {
        took(1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws InterruptedIOException {
        took(count);
    }

    private void took(int count) throws InterruptedIOException {
        taken += count;
        long due = since + (long) ((double) taken / perSecond * NANOS);
        long now = System.nanoTime();
        if (now - beaten > beatAfter) {
            beaten = now;
            beat.run();
        }
        pause(due - now);
    }

    private static void pause(long nanos) throws InterruptedIOException {
        try {
            if (nanos > 0) {
                Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
