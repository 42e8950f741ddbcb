package lockstep.evidence.watermark;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lockstep.evidence.apart.Apart;
import lockstep.evidence.apart.InTurn;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.PlainStream;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobReader;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.SealedBytes;
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
    /** Of each library that the process uses, one class. */
    private static final List<Class<?>> USED =
            List.of(PDDocument.class, RandomAccessRead.class, BoundingBox.class, LogFactory.class, Logger.class);

    /** A page gets less than this; a PDF that grows by more is none that people read. */
    private static final long GROWTH = 64 << 20;

    private final BlobStore store;
    private final WatermarkSettings settings;
    private final InTurn turns;

    Watermarks(BlobStore store, WatermarkSettings settings) {
        this.store = store;
        this.settings = settings;
        this.turns = new InTurn(settings.atOnce(), settings.patience());
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
                    throw new NotReadable(NotReadable.Reason.told(process.text()));
                }
                if (said != Wire.FOUND) {
                    throw new IOException("the process said something else");
                }
                found.add(Mark.copy(process.text()));
            }
            return found;
        });
    }

    private <T> T inTurn(Class<?> main, BlobReader reader, InTurn.Talk<T> talk) throws NotReadable {
        List<String> size = List.of(String.valueOf(reader.size()));
        return turns.apart(new Apart.Work(main, USED, size, settings.memory(), settings.time()), reader, talk);
    }
}
