package lockstep.evidence.apart;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.storage.BlobReader;
import lockstep.evidence.storage.ContentTooLarge;
import org.jboss.logging.Logger;

/** So many processes of one sort at a time; whoever comes then waits a while. */
public final class InTurn {
    private static final Logger LOG = Logger.getLogger(InTurn.class);

    private final Semaphore places;
    private final Duration patience;

    public InTurn(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce);
        this.patience = patience;
    }

    /** What is said to a process, and what is made of its answers. */
    @FunctionalInterface
    public interface Talk<T> {
        T with(Apart process) throws IOException, NotReadable;
    }

    /** Has the work done on these bytes; the reader is closed with it. */
    public <T> T apart(Apart.Work work, BlobReader reader, Talk<T> talk) throws NotReadable {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotReadable(Reason.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotReadable(Reason.BUSY);
        }
        try {
            return done(work, reader, talk);
        } finally {
            places.release();
        }
    }

    private static <T> T done(Apart.Work work, BlobReader reader, Talk<T> talk) throws NotReadable {
        try (Apart process = new Apart(work, reader)) {
            try {
                return talk.with(process);
            } catch (PlainStream.Failed failed) {
                throw new NotReadable(Reason.told(failed.getMessage()));
            } catch (EOFException | ContentTooLarge beyond) {
                LOG.warnf("%s ended: %s", work.main().getSimpleName(), process.end());
                throw new NotReadable(Reason.TOO_HEAVY);
            } catch (IOException broken) {
                // It ends between two things that are said to it, too.
                if (Apart.FAILED.equals(process.end())) {
                    throw broken;
                }
                throw new NotReadable(Reason.TOO_HEAVY);
            }
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        }
    }
}
