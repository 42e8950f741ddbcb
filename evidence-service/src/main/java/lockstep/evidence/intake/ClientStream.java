package lockstep.evidence.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/** What a client sends; that it breaks off is the client's doing, and so not mistaken for a failing disk. */
final class ClientStream extends FilterInputStream {

    ClientStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException brokenOff) {
            throw new ExhibitRefused(Reason.CONTENT_CUT_OFF, brokenOff);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException brokenOff) {
            throw new ExhibitRefused(Reason.CONTENT_CUT_OFF, brokenOff);
        }
    }
}
