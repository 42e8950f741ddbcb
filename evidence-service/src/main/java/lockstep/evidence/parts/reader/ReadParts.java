package lockstep.evidence.parts.reader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.Wire;

/** The process: opens one container and ends. It ends also when the service does, because nobody answers it then. */
public final class ReadParts {
    private ReadParts() {}

    /** Kind and size of the container, then the limits: how many parts, ratio, bytes, depth. */
    public static void main(String[] said) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Wire.MOST));
        long size = Long.parseLong(said[1]);
        Limits limits = new Limits(
                Integer.parseInt(said[2]),
                Integer.parseInt(said[3]),
                Long.parseLong(said[4]),
                Integer.parseInt(said[5]));
        Given container = new Given(in, out, size);
        Parts parts = new Parts(in, out, limits, size);
        try {
            switch (Kind.valueOf(said[0])) {
                case ZIP -> ZipParts.read(container, parts);
                case MAIL -> MailParts.read(container, parts, limits);
                case OUTLOOK -> OutlookParts.read(container, parts);
            }
            out.writeByte(Wire.DONE);
        } catch (Refused refused) {
            refused(out, refused.getMessage());
        } catch (OutOfMemoryError tooMuch) {
            System.exit(Wire.OUT_OF_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            refused(out, "damaged");
        }
        out.flush();
    }

    private static void refused(DataOutputStream out, String reason) throws IOException {
        out.writeByte(Wire.REFUSED);
        Wire.text(out, reason);
    }
}
