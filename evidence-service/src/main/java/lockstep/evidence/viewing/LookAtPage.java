package lockstep.evidence.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.custody.MarkedCopies;
import lockstep.evidence.custody.OpenContent;
import lockstep.evidence.custody.OpenContent.Opening;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.viewing.inside.MakePage;
import lockstep.evidence.watermark.inside.Mark;

/** Turns the pages of a look: whether its reader may still open the content is asked at each of them. */
@ApplicationScoped
public class LookAtPage {
    private final OpenContent open;
    private final PageMaker pages;
    private final Viewings viewings;
    private final BlobStore store;
    private final InstantSource clock;

    LookAtPage(OpenContent open, PageMaker pages, Viewings viewings, BlobStore store, InstantSource clock) {
        this.open = open;
        this.pages = pages;
        this.viewings = viewings;
        this.store = store;
        this.clock = clock;
    }

    /** A look that lasts, and what it is at. */
    public record Looking(Viewing viewing, Opening opening) {}

    /**
     * One page.
     *
     * @param text of a text or of a PDF's page, as it may be shown: what is hidden in it stands there by its name
     * @param head of a table, the first record of all, its cells as they may be shown; of a sheet, its columns
     * @param firstRow of a table, which record after the first one this page begins with
     * @param sheet of a spreadsheet, else null
     * @param rows of a table, the records of this page
     * @param drawn whether there is a picture of it
     * @param undrawn whether something is wanting in that picture, because nothing here can decode it
     */
    public record PageView(
            int page,
            int pages,
            String text,
            String written,
            List<String> head,
            Long firstRow,
            List<List<String>> rows,
            SheetView sheet,
            boolean drawn,
            boolean undrawn) {}

    public Looking find(UUID id, Actor by) {
        Viewing viewing = viewings.find(id, by).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        Opening opening = open.again(viewing.exhibitId(), viewing.version(), by);
        viewing.mustLast(clock.instant());
        return new Looking(viewing, opening);
    }

    /** {@code written}: as what the reader wants it read, or null for what was found. */
    public PageView page(Looking at, int n, String written) {
        Viewing viewing = at.viewing();
        viewing.mustHave(n);
        String as = written == null ? viewing.written() : written;
        return made(at, () -> {
            String told = pages.text(at.opening().blob(), viewing.viewer(), n, as);
            return switch (viewing.viewer()) {
                case PDF, IMAGE -> drawn(told, viewing, n);
                case TEXT -> new PageView(n, viewing.pages(), told, as, null, null, null, null, false, false);
                case TABLE -> table(told, viewing, n, as);
                case WORKBOOK -> sheet(told, viewing, n);
            };
        });
    }

    private static PageView drawn(String told, Viewing viewing, int n) {
        boolean undrawn = told.startsWith(MakePage.UNDRAWN + MakePage.LINE);
        String text = told.substring(told.indexOf(MakePage.LINE) + 1);
        return new PageView(n, viewing.pages(), text, null, null, null, null, null, true, undrawn);
    }

    private static PageView table(String told, Viewing viewing, int n, String as) {
        List<List<String>> records = Arrays.stream(told.split(String.valueOf(MakePage.LINE), -1))
                .map(record -> List.of(record.split(String.valueOf(MakePage.CELL), -1)))
                .toList();
        long first = (n - 1L) * MakePage.ROWS + 1;
        List<List<String>> rows = records.subList(1, records.size());
        return new PageView(n, viewing.pages(), null, as, records.getFirst(), first, rows, null, false, false);
    }

    private static PageView sheet(String text, Viewing viewing, int n) throws NotReadable {
        SheetView.Told told = SheetView.told(text);
        return new PageView(
                n, viewing.pages(), null, null, told.columns(), null, told.rows(), told.sheet(), false, false);
    }

    /** A picture of a page; it must be {@link #give given}. */
    public SealedBytes image(Looking at, int n, int width, Actor by) {
        Viewing viewing = at.viewing();
        viewing.mustHave(n);
        if (!viewing.drawn()) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        PageMaker.Sealed sealed = viewing.copy() == null
                ? PageMaker.Sealed.NOT
                : new PageMaker.Sealed(
                        MarkedCopies.seen(at.opening().version(), by, viewing.begunAt()), Mark.of(viewing.copy()));
        return made(at, () -> pages.image(at.opening().blob(), viewing.viewer(), n, width, sealed));
    }

    /** It is gone then. */
    public void give(SealedBytes image, OutputStream to) {
        try {
            store.copy(image, to);
        } finally {
            store.discard(image.blob());
        }
    }

    private interface Making<T> {
        T make() throws NotReadable;
    }

    private <T> T made(Looking at, Making<T> making) {
        return open.reading(at.opening(), () -> {
            try {
                return making.make();
            } catch (NotReadable not) {
                throw BeginViewing.refused(not);
            }
        });
    }
}
