package lockstep.evidence.watermark;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lockstep.evidence.apart.Apart;
import lockstep.evidence.apart.PlainStream;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobReader;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentTooLarge;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.watermark.NotReadable.Reason;
import lockstep.evidence.watermark.inside.FindMarks;
import lockstep.evidence.watermark.inside.Mark;
import lockstep.evidence.watermark.inside.MarkPages;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;

/** Makes copies of PDFs that name their reader, sealed as they are made, and reads the marks of leaked ones. */
@ApplicationScoped
public class Watermarks {
    private static final Logger LOG = Logger.getLogger(Watermarks.class);

    /** Of each library that the process uses, one class. */
    private static final List<Class<?>> USED =
            List.of(PDDocument.class, RandomAccessRead.class, BoundingBox.class, LogFactory.class, Logger.class);

    /** A page gets less than this; a PDF that grows by more is none that people read. */
    private static final long GROWTH = 64 << 20;

    private final BlobStore store;
    private final WatermarkSettings settings;
    private final Semaphore places;

    Watermarks(BlobStore store, WatermarkSettings settings) {
        this.store = store;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /** What a copy says to be seen: at the foot of each page, and across it. */
    public record Seen(String line, String across) {}

    /** A marked copy, complete and sealed; it must be discarded by whoever asked for it. The original stays as it is. */
    public SealedBytes mark(Blob original, Seen seen, UUID copy) throws NotReadable {
        return inTurn(MarkPages.class, store.reader(original), process -> {
            process.say(seen.line());
            process.say(seen.across());
            process.say(Mark.of(copy));
            return store.seal(new PlainStream(process, () -> {}), 2 * original.size() + GROWTH);
        });
    }

    /** The copies whose marks a file carries, whoever's they are. */
    public Set<UUID> marksOf(SealedBytes leaked) throws NotReadable {
        return inTurn(FindMarks.class, store.reader(leaked), process -> {
            Set<UUID> found = new TreeSet<>();
            for (byte said = process.next(); said != Wire.DONE; said = process.next()) {
                if (said == Wire.REFUSED) {
                    throw new NotReadable(reason(process.text()));
                }
                if (said != Wire.FOUND) {
                    throw new IOException("the process said something else");
                }
                found.add(Mark.copy(process.text()));
            }
            return found;
        });
    }

    private interface Talk<T> {
        T with(Apart process) throws IOException, NotReadable;
    }

    private <T> T inTurn(Class<?> main, BlobReader reader, Talk<T> talk) throws NotReadable {
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotReadable(Reason.BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotReadable(Reason.BUSY);
        }
        try {
            return apart(main, reader, talk);
        } finally {
            places.release();
        }
    }

    private <T> T apart(Class<?> main, BlobReader reader, Talk<T> talk) throws NotReadable {
        Apart.Work work =
                new Apart.Work(main, USED, List.of(String.valueOf(reader.size())), settings.memory(), settings.time());
        try (Apart process = new Apart(work, reader)) {
            try {
                return talk.with(process);
            } catch (PlainStream.Failed failed) {
                throw new NotReadable(reason(failed.getMessage()));
            } catch (EOFException | ContentTooLarge beyond) {
                LOG.warnf("%s ended: %s", main.getSimpleName(), process.end());
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

    private static Reason reason(String told) {
        return MarkPages.ENCRYPTED.equals(told) ? Reason.ENCRYPTED : Reason.DAMAGED;
    }
}
