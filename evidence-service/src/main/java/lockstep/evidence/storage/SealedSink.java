package lockstep.evidence.storage;

import java.io.Closeable;
import java.io.IOException;

/** Takes a blob's sealed pieces one after the other. */
interface SealedSink extends Closeable {

    void write(byte[] sealedPiece) throws IOException;

    /** Flushes what has come; the answer is what must be known to go on from here. */
    String safe() throws IOException;

    /** Flushes the last of it: from now on it can be opened. */
    void finish() throws IOException;
}
