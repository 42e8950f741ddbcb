package lockstep.evidence.redaction.inside;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.exhibit.Viewer;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The process: tells by their numbers which passages a file still holds, and whether it holds any text at all. */
public final class FindPassages {
    /** Told beside the numbers where something could be read. */
    public static final String TEXT = "text";
    /** Told where the file keeps earlier states of itself. */
    public static final String EARLIER = "earlier";

    private FindPassages() {}

    /** The file's size, how it is shown, and how many passages follow; these are read from the service. */
    public static void main(String[] said) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Wire.MOST));
        List<String> passages = new ArrayList<>();
        for (int n = 0; n < Integer.parseInt(said[2]); n++) {
            passages.add(Wire.text(in));
        }
        Reason not = null;
        boolean earlier = false;
        Passages found = new Passages(passages);
        Given given = new Given(in, out, Long.parseLong(said[0]));
        try {
            switch (Viewer.valueOf(said[1])) {
                case PDF -> {
                    earlier = PdfTexts.earlierStates(given);
                    earlier |= PdfTexts.all(given, found);
                }
                case WORKBOOK -> {
                    earlier = WorkbookTexts.earlierStates(given);
                    WorkbookTexts.all(given, found);
                }
                case IMAGE -> Pictures.mustBeBare(new BufferedInputStream(given.stream(), Wire.MOST));
                case TEXT, TABLE -> {
                    PlainText.mustBeOne(given::stream);
                    found.in(given.stream());
                }
            }
        } catch (NotReadable known) {
            not = known.reason();
        } catch (InvalidPasswordException encrypted) {
            not = Reason.ENCRYPTED;
        } catch (OutOfMemoryError tooMuch) {
            System.exit(Wire.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            not = Reason.DAMAGED;
        }
        tell(found, earlier, not, out);
    }

    private static void tell(Passages found, boolean earlier, Reason not, DataOutputStream out) throws IOException {
        for (int n : found.found()) {
            out.writeByte(Wire.FOUND);
            Wire.text(out, String.valueOf(n));
        }
        if (found.anyText()) {
            out.writeByte(Wire.FOUND);
            Wire.text(out, TEXT);
        }
        if (earlier) {
            out.writeByte(Wire.FOUND);
            Wire.text(out, EARLIER);
        }
        out.writeByte(not == null ? Wire.DONE : Wire.REFUSED);
        if (not != null) {
            Wire.text(out, not.told());
        }
        out.flush();
    }
}
