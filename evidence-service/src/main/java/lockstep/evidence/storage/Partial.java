package lockstep.evidence.storage;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A blob that has come in part: all that another process needs to go on with it, and no plain byte.
 *
 * @param length of the whole
 * @param received plain bytes that are safely there
 * @param digest the state of the SHA-256 after the last full piece; once everything is there, the SHA-256 itself
 * @param tail what came after the last full piece, sealed; empty if nothing did
 * @param place what the store must know to go on; empty if the length is enough
 */
public record Partial(
        UUID blob, byte[] wrappedKey, long length, long received, byte[] digest, byte[] tail, String place) {

    /** What came in one go, as if it had come in parts. */
    public static Partial of(SealedBytes sealed) {
        byte[] sha256 = HexFormat.of().parseHex(sealed.sha256());
        return new Partial(sealed.blob(), sealed.wrappedKey(), sealed.size(), sealed.size(), sha256, new byte[0], "");
    }

    public boolean whole() {
        return received == length;
    }
}
