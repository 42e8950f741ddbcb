package lockstep.evidence.watermark.inside;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.GivenPdf;
import lockstep.evidence.apart.inside.Told;
import lockstep.evidence.apart.inside.Wire;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The process: writes a PDF anew with marks on each of its pages, and ends. Streams go through it as they are. */
public final class MarkPages {
    private MarkPages() {}

    /** The PDF's size; then, read from the service, the line that is seen, who is named across, and the mark that is not. */
    public static void main(String[] said) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Wire.MOST));
        Stamp stamp = new Stamp(Wire.text(in), Wire.text(in), Wire.text(in));
        try (PDDocument pdf = GivenPdf.open(new Given(in, out, Long.parseLong(said[0])))) {
            if (pdf.isEncrypted()) {
                failed(out, Reason.ENCRYPTED);
            } else {
                for (PDPage page : pdf.getPages()) {
                    stamp.on(pdf, page);
                }
                stamp.on(pdf.getDocumentInformation());
                write(pdf, out);
            }
        } catch (InvalidPasswordException encrypted) {
            failed(out, Reason.ENCRYPTED);
        } catch (OutOfMemoryError tooMuch) {
            System.exit(Wire.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            failed(out, Reason.DAMAGED);
        }
        out.flush();
    }

    private static void write(PDDocument pdf, DataOutputStream out) throws IOException {
        if (pdf.getNumberOfPages() == 0) {
            throw new IOException("no page to mark");
        }
        try (Told told = new Told(out)) {
            pdf.save(told, CompressParameters.NO_COMPRESSION);
        }
        out.writeByte(Wire.PART_END);
    }

    private static void failed(DataOutputStream out, Reason reason) throws IOException {
        out.writeByte(Wire.PART_FAILED);
        Wire.text(out, reason.told());
    }
}
