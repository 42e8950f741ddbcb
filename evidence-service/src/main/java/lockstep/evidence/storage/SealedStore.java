package lockstep.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;

/**
 * Where sealed bytes lie, by the blob's random id; knows neither keys nor what is sealed. What clients send as names never
 * reaches it.
 */
interface SealedStore {

    /** Begins a blob that comes in one go: what is not finished in the same process is dropped some time. */
    SealedSink create(UUID blob) throws IOException;

    /**
     * Goes on with a blob that comes in parts.
     *
     * @param place as {@link SealedSink#safe} told it; empty where nothing has come yet
     * @param length of what was safe then: what is there beyond it is cut off
     * @throws PartialHeld if another one has not let go of it
     * @throws ContentDamaged if less is there
     */
    SealedSink resume(UUID blob, String place, long length) throws IOException;

    /** All bytes of a blob that is finished, whether it is kept yet or not. */
    default InputStream open(UUID blob) throws IOException {
        return open(blob, 0);
    }

    /** The same from a place on that is not beyond its end. */
    InputStream open(UUID blob, long from) throws IOException;

    /** Keeps a finished blob for good; after a transaction that failed it may be kept already. */
    void keep(UUID blob) throws IOException;

    /** Forgets a blob that no exhibit holds, as far as it has come. */
    void discard(UUID blob) throws IOException;

    /** Removes a kept blob whose key is destroyed, and lifts what holds it against deletion; it may be gone already. */
    default void dispose(UUID blob) throws IOException {
        discard(blob);
    }

    /** Drops blobs that were to come in one go and have not been written to for so long; how many. */
    int dropUnfinished(Duration still) throws IOException;

    /** The same for blobs that come in parts. */
    int dropPartial(Duration still) throws IOException;
}
