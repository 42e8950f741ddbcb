package lockstep.evidence.viewing;

import com.ibm.icu.text.CharsetDetector;
import com.twelvemonkeys.image.ResampleOp;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.SubStream;
import com.twelvemonkeys.lang.Validate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lockstep.evidence.apart.Apart;
import lockstep.evidence.apart.InTurn;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.PlainStream;
import lockstep.evidence.exhibit.Viewer;
import lockstep.evidence.storage.Blob;
import lockstep.evidence.storage.BlobReader;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentTooLarge;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.viewing.inside.MakePage;
import lockstep.evidence.viewing.inside.MakePage.What;
import lockstep.evidence.watermark.Watermarks.Seen;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jboss.logging.Logger;

/** Has pages made apart: what comes back is bounded, and believed to be no more than text and pixels. */
@ApplicationScoped
public class PageMaker {
    /** Of each library that the process uses, one class. */
    private static final List<Class<?>> USED = List.of(
            PDDocument.class,
            RandomAccessRead.class,
            BoundingBox.class,
            LogFactory.class,
            Logger.class,
            CharsetDetector.class,
            ZipFile.class,
            IOUtils.class,
            StringUtils.class,
            DateUtil.class,
            WebPImageReaderSpi.class,
            ImageReaderBase.class,
            Directory.class,
            Validate.class,
            SubStream.class,
            ResampleOp.class);

    private static final int MOST_TEXT = 4 << 20;
    private static final int MOST_IMAGE = 48 << 20;

    private final BlobStore store;
    private final ViewingSettings settings;
    private final InTurn turns;

    PageMaker(BlobStore store, ViewingSettings settings) {
        this.store = store;
        this.settings = settings;
        this.turns = new InTurn(settings.atOnce(), settings.patience());
    }

    /** How many pages there are, for a text in which characters it is written (else null), and whether its end is wanting. */
    record Counted(int pages, String written, boolean cutShort) {}

    /** What is put on pages that name their reader; {@code mark}: what isn't read by people. */
    record Sealed(Seen seen, String mark) {
        static final Sealed NOT = new Sealed(new Seen("", ""), "");
    }

    Counted count(Blob blob, Viewer viewer) throws NotReadable {
        String[] told = text(blob, viewer, What.COUNT, 0, "").split(String.valueOf(MakePage.LINE), 3);
        try {
            int pages = Math.clamp(Long.parseLong(told[0]), 1, Integer.MAX_VALUE);
            return new Counted(pages, told[1].isEmpty() ? null : told[1], MakePage.CUT_SHORT.equals(told[2]));
        } catch (NumberFormatException | IndexOutOfBoundsException nothingToldRight) {
            throw new NotReadable(NotReadable.Reason.DAMAGED);
        }
    }

    String text(Blob blob, Viewer viewer, int page, String written) throws NotReadable {
        return text(blob, viewer, What.TEXT, page, written == null ? "" : written);
    }

    private String text(Blob blob, Viewer viewer, What what, int page, String written) throws NotReadable {
        return made(blob, work(blob, viewer, what, page, written, 0), Sealed.NOT, plain -> {
            byte[] bytes = plain.readNBytes(MOST_TEXT + 1);
            if (bytes.length > MOST_TEXT) {
                throw new ContentTooLarge(MOST_TEXT);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    /** A picture as PNG, sealed as it comes; it must be discarded by whoever asked for it. */
    SealedBytes image(Blob blob, Viewer viewer, int page, int width, Sealed sealed) throws NotReadable {
        return made(
                blob, work(blob, viewer, What.IMAGE, page, "", width), sealed, plain -> store.seal(plain, MOST_IMAGE));
    }

    private interface Taken<T> {
        T from(PlainStream plain) throws IOException;
    }

    private <T> T made(Blob blob, Apart.Work work, Sealed sealed, Taken<T> taken) throws NotReadable {
        BlobReader reader = store.reader(blob);
        return turns.apart(work, reader, process -> {
            process.say(sealed.seen().line());
            process.say(sealed.seen().across());
            process.say(sealed.mark());
            return taken.from(new PlainStream(process, () -> {}));
        });
    }

    private Apart.Work work(Blob blob, Viewer viewer, What what, int page, String written, int width) {
        List<String> arguments = List.of(
                String.valueOf(blob.size()),
                viewer.name(),
                what.name(),
                String.valueOf(page),
                written,
                String.valueOf(width));
        return new Apart.Work(MakePage.class, USED, arguments, settings.memory(), settings.time());
    }
}
