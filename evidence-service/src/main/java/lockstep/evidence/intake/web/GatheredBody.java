package lockstep.evidence.intake.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * What a client sends, gathered on its connection's thread and handed over in large portions: a reader that is woken for
 * every few kilobytes spends more time on waking than on them. No more than {@link #MOST} waits here; then the client does.
 * What had come before a connection broke off is handed over before its end is told.
 */
final class GatheredBody extends InputStream {
    private static final int PORTION = 1 << 18;
    private static final int MOST = 1 << 19;
    /** So long what has come waits for more. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(20);

    private final HttpServerRequest request;
    private final long patience;
    private boolean begun;

    /** What has been taken over; the reader's alone. */
    private Queue<Buffer> taken = new ArrayDeque<>();

    private int at;

    // Of both threads, under this object's lock.
    private Queue<Buffer> come = new ArrayDeque<>();
    private int waiting;
    private boolean paused;
    private boolean ended;
    private Throwable broken;

    GatheredBody(HttpServerRequest request, Duration patience) {
        this.request = request;
        this.patience = patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (taken.isEmpty() && !takeOver()) {
            return -1;
        }
        int copied = 0;
        while (copied < length && !taken.isEmpty()) {
            Buffer first = taken.element();
            int count = Math.min(length - copied, first.length() - at);
            first.getBytes(at, at + count, bytes, from + copied);
            copied += count;
            at += count;
            if (at == first.length()) {
                taken.remove();
                at = 0;
            }
        }
        return copied;
    }

    /** False at the end. */
    private boolean takeOver() throws IOException {
        begin();
        boolean resumed;
        synchronized (this) {
            await();
            if (come.isEmpty() && broken != null) {
                throw new IOException("the connection broke off", broken);
            }
            Queue<Buffer> empty = taken;
            taken = come;
            come = empty;
            waiting = 0;
            resumed = paused;
            paused = false;
        }
        if (resumed) {
            // Outside of the lock: the connection has one of its own.
            request.resume();
        }
        return !taken.isEmpty();
    }

    private void await() throws IOException {
        long since = System.nanoTime();
        while (waiting < PORTION && !ended && broken == null) {
            long left = (waiting > 0 ? GATHERING : patience) - (System.nanoTime() - since);
            if (left <= 0 && waiting > 0) {
                return;
            }
            if (left <= 0) {
                broken = new IOException("nothing came for too long");
                request.connection().close();
                return;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    /** Only once somebody reads: what nobody wants is not asked for. */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            request.handler(this::came).endHandler(over -> ended()).exceptionHandler(this::broken);
        } catch (IllegalStateException nothingMoreComes) {
            ended();
            return;
        }
        if (request.response().closed()) {
            broken(new IOException("closed"));
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private synchronized void came(Buffer bytes) {
        if (bytes.length() == 0) {
            return;
        }
        boolean first = waiting == 0;
        come.add(bytes);
        waiting += bytes.length();
        if (waiting >= MOST && !paused) {
            paused = true;
            request.pause();
        }
        if (first || waiting >= PORTION) {
            notifyAll();
        }
    }

    private synchronized void ended() {
        ended = true;
        notifyAll();
    }

    private synchronized void broken(Throwable how) {
        broken = how;
        notifyAll();
    }
}
