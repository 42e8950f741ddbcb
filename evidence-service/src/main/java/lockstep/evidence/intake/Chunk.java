package lockstep.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import lockstep.evidence.exhibit.ExhibitRefused;

/** The bytes of one request: as many as are missing at most, checked against their checksum where one was sent. */
final class Chunk {
    private final InputStream sent;
    private final Checksum checksum;
    private final MessageDigest digest;
    private final byte[] bytes = new byte[1 << 16];
    private long missing;
    private boolean brokenOff;

    Chunk(InputStream sent, long missing, Checksum checksum) {
        this.sent = new ClientStream(sent);
        this.missing = missing;
        this.checksum = checksum;
        this.digest = checksum == null ? null : checksum.begin();
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes came now; 0 when no more do. That a client breaks off is an end like another. */
    int read() throws IOException {
        try {
            int count = Math.max(0, sent.read(bytes, 0, (int) Math.min(bytes.length, missing)));
            missing -= count;
            if (digest != null) {
                digest.update(bytes, 0, count);
            }
            return count;
        } catch (ExhibitRefused cutOff) {
            brokenOff = true;
            return 0;
        }
    }

    void mustEndHere() throws IOException {
        if (missing == 0 && !brokenOff && sent.read() != -1) {
            throw UploadProblems.beyondLength();
        }
    }

    boolean checked() {
        return digest != null;
    }

    /** False if the client broke off before its checksum could be right. */
    boolean matches() {
        if (brokenOff) {
            return false;
        }
        if (!checksum.is(digest.digest())) {
            throw UploadProblems.checksumMismatch();
        }
        return true;
    }
}
