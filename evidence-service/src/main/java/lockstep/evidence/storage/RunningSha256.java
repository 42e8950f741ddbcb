package lockstep.evidence.storage;

import org.bouncycastle.crypto.SavableDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * The SHA-256 of what comes in parts. Its state can be saved where a block of 64 bytes ends, always in BouncyCastle's
 * form: whichever of the two does the work, and in whichever process, goes on with what the other has saved.
 */
interface RunningSha256 {

    void update(byte[] bytes, int from, int count);

    byte[] state();

    /** Nothing can be done with it after this. */
    byte[] finish();

    /** The JDK's where this JVM lets it be saved, which is several times as fast; BouncyCastle's elsewhere. */
    static RunningSha256 begin() {
        return JdkSha256.POSSIBLE ? JdkSha256.begin() : new BouncyCastle(SHA256Digest.newInstance());
    }

    static RunningSha256 from(byte[] state) {
        return JdkSha256.POSSIBLE ? JdkSha256.from(state) : new BouncyCastle(SHA256Digest.newInstance(state));
    }

    /** Written in Java: nothing of the processor's own instructions for it. */
    record BouncyCastle(SavableDigest digest) implements RunningSha256 {

        @Override
        public void update(byte[] bytes, int from, int count) {
            digest.update(bytes, from, count);
        }

        @Override
        public byte[] state() {
            return digest.getEncodedState();
        }

        @Override
        public byte[] finish() {
            byte[] sha256 = new byte[digest.getDigestSize()];
            digest.doFinal(sha256, 0);
            return sha256;
        }
    }
}
