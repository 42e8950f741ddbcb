package lockstep.evidence.viewing.inside;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.Told;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.exhibit.Viewer;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The process: makes one page of what it is given, or tells how many there are, and ends. */
public final class MakePage {
    /** Between what is told of a file, and between the records of a table. */
    public static final char LINE = '\u001e';
    /** Between the cells of a record. */
    public static final char CELL = '\u001f';

    /** Said of a PDF's page on which there is a picture that can't be drawn, before its text. */
    public static final String UNDRAWN = "undrawn";
    /** Of a table on one page. */
    public static final int ROWS = 50;
    /** Said of a file whose end is wanting, where that can be told. */
    public static final String CUT_SHORT = "cut-short";

    /** What is made. */
    public enum What {
        COUNT,
        TEXT,
        IMAGE
    }

    private MakePage() {}

    /** The file's size, how it is shown, what is made, which page, how it is written, and how wide in pixels. */
    public static void main(String[] said) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Wire.MOST));
        Seal seal = new Seal(Wire.text(in), Wire.text(in), Wire.text(in));
        Given given = new Given(in, out, Long.parseLong(said[0]));
        Reason not = null;
        try {
            Page page = new Page(Integer.parseInt(said[3]), said[4], Integer.parseInt(said[5]));
            make(Viewer.valueOf(said[1]), What.valueOf(said[2]), given, page, seal, out);
        } catch (NotReadable known) {
            not = known.reason();
        } catch (InvalidPasswordException encrypted) {
            not = Reason.ENCRYPTED;
        } catch (OutOfMemoryError tooMuch) {
            System.exit(Wire.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            not = Reason.DAMAGED;
        }
        if (not != null) {
            out.writeByte(Wire.PART_FAILED);
            Wire.text(out, not.told());
        }
        out.flush();
    }

    /** What is told of a file: how many pages, in which characters, and whether its end is wanting. */
    static String counted(long pages, String written, boolean cutShort) {
        return pages + String.valueOf(LINE) + written + LINE + (cutShort ? CUT_SHORT : "");
    }

    /**
     * Which page is made.
     *
     * @param n from 1
     * @param written as {@link Writing#toString()}; empty where it doesn't matter
     * @param width of an image, in pixels
     */
    record Page(int n, String written, int width) {}

    /** What a strict marking puts on a page; all of it empty where it asks for nothing. */
    record Seal(String line, String across, String mark) {
        boolean none() {
            return mark.isEmpty();
        }
    }

    private static void make(Viewer as, What what, Given given, Page page, Seal seal, DataOutputStream out)
            throws IOException, NotReadable {
        if (what == What.IMAGE) {
            tell(as == Viewer.PDF ? PdfPages.image(given, page, seal) : ImagePages.image(given, page), seal, out);
            return;
        }
        boolean count = what == What.COUNT;
        tell(
                switch (as) {
                    case PDF -> count ? PdfPages.count(given) : PdfPages.text(given, page);
                    case IMAGE -> count ? ImagePages.count(given) : String.valueOf(LINE);
                    case TEXT -> count ? TextPages.count(given) : TextPages.text(given, page);
                    case TABLE -> count ? TablePages.count(given) : TablePages.text(given, page);
                    case WORKBOOK -> count ? SheetPages.count(given) : SheetPages.text(given, page);
                },
                out);
    }

    private static void tell(String text, DataOutputStream out) throws IOException {
        try (OutputStream told = new Told(out)) {
            told.write(text.getBytes(StandardCharsets.UTF_8));
        }
        out.writeByte(Wire.PART_END);
    }

    private static void tell(BufferedImage image, Seal seal, DataOutputStream out) throws IOException {
        try (OutputStream told = new Told(out)) {
            Png.write(image, seal.mark(), told);
        }
        out.writeByte(Wire.PART_END);
    }
}
