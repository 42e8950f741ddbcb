package lockstep.evidence.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the bytes of one request must have; it guards their way alone, what is kept is known by its SHA-256. */
public record Checksum(Algorithm algorithm, byte[] digest) {

    /** As the protocol names them: each server must know {@code sha1}. */
    public enum Algorithm {
        SHA1("SHA-1", 20),
        SHA256("SHA-256", 32);

        private final String jdk;
        private final int length;

        Algorithm(String jdk, int length) {
            this.jdk = jdk;
            this.length = length;
        }

        /** Of a digest, in bytes. */
        public int length() {
            return length;
        }
    }

    MessageDigest begin() {
        try {
            return MessageDigest.getInstance(algorithm.jdk);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean is(byte[] of) {
        return MessageDigest.isEqual(digest, of);
    }
}
