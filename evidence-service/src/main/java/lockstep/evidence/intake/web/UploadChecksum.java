package lockstep.evidence.intake.web;

import java.util.Base64;
import lockstep.kit.problem.ProblemException;

/** The protocol's {@code Upload-Checksum}: an algorithm and the base64 of what a request's bytes must have. */
final class UploadChecksum {
    static final String ALGORITHM = "sha256";

    private static final int LENGTH = 32;

    private UploadChecksum() {}

    /** The SHA-256, or null if none was sent. */
    static byte[] sha256(String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].equals(ALGORITHM)) {
            throw new ProblemException(400, "checksum-algorithm", "Upload-Checksum: " + ALGORITHM + " and base64.");
        }
        try {
            byte[] sha256 = Base64.getDecoder().decode(parts[1]);
            if (sha256.length == LENGTH) {
                return sha256;
            }
        } catch (IllegalArgumentException noBase64) {
            // answered like a digest of another length
        }
        throw new ProblemException(400, "malformed-checksum", "The checksum is not the base64 of 32 bytes.");
    }
}
