package lockstep.evidence.watermark.inside;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.GivenPdf;
import lockstep.evidence.apart.inside.Wire;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The process: tells every mark that a leaked file carries, as far as it can be read, and ends. */
public final class FindMarks {
    /** Of one stream of a page: a mark stands at its end, but what is behind this much was not written by us. */
    private static final long MOST = 256L << 20;

    private static final int MOST_MARKS = 1000;

    private final Set<String> found = new TreeSet<>();

    private FindMarks() {}

    /** A copy carries one; a file that is full of them was made to tire whoever looks. */
    private void add(Collection<String> marks) {
        marks.stream().limit(MOST_MARKS - found.size()).forEach(found::add);
    }

    /** The file's size. */
    public static void main(String[] said) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Wire.MOST));
        Given given = new Given(in, out, Long.parseLong(said[0]));
        FindMarks marks = new FindMarks();
        String refused = null;
        try {
            marks.in(given.stream(), given.size());
            try (PDDocument pdf = GivenPdf.open(given)) {
                marks.in(pdf);
            }
        } catch (InvalidPasswordException encrypted) {
            refused = Reason.ENCRYPTED.told();
        } catch (OutOfMemoryError tooMuch) {
            System.exit(Wire.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            refused = Reason.DAMAGED.told();
        }
        marks.tell(out, refused);
    }

    private void tell(DataOutputStream out, String refused) throws IOException {
        for (String mark : found) {
            out.writeByte(Wire.FOUND);
            Wire.text(out, mark);
        }
        if (refused != null && found.isEmpty()) {
            out.writeByte(Wire.REFUSED);
            Wire.text(out, refused);
        } else {
            out.writeByte(Wire.DONE);
        }
        out.flush();
    }

    private void in(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            for (COSBase value : page.getCOSObject().getValues()) {
                if (value instanceof COSString text) {
                    add(Mark.in(text.getString()));
                }
            }
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                try (InputStream content = streams.next().createInputStream()) {
                    in(content, MOST);
                }
            }
        }
        for (String name : pdf.getDocumentInformation().getMetadataKeys()) {
            String value = pdf.getDocumentInformation().getCustomMetadataValue(name);
            add(Mark.in(value == null ? "" : value));
        }
    }

    /** Stretch by stretch, each with the end of the one before, so that no mark falls in between. */
    private void in(InputStream bytes, long most) throws IOException {
        byte[] stretch = new byte[Wire.MOST];
        int kept = 0;
        long read = 0;
        for (int got = bytes.readNBytes(stretch, kept, stretch.length - kept);
                got > 0 && read < most;
                got = bytes.readNBytes(stretch, kept, stretch.length - kept)) {
            read += got;
            int filled = kept + got;
            add(Mark.in(new String(stretch, 0, filled, StandardCharsets.ISO_8859_1)));
            kept = Math.min(filled, Mark.LENGTH - 1);
            System.arraycopy(stretch, filled - kept, stretch, 0, kept);
        }
    }
}
