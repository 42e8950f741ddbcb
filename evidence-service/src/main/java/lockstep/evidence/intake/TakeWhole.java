package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.SealedBytes;

/**
 * Takes in a small file that comes whole with its announcement: sealed first, then announced and registered in one
 * transaction. A folder has hundreds of thousands of them.
 */
@ApplicationScoped
public class TakeWhole {
    /** In bytes: what is held in memory until it is sealed. */
    private static final int MOST = 1 << 20;

    private final CreateUpload create;
    private final BlobStore store;
    private final Leftovers leftovers;
    private final IntakeSettings settings;

    public TakeWhole(CreateUpload create, BlobStore store, Leftovers leftovers, IntakeSettings settings) {
        this.create = create;
        this.store = store;
        this.leftovers = leftovers;
        this.settings = settings;
    }

    /** Whether a file of this length can come so, of which so many bytes come with the announcement. */
    public boolean fits(long length, long coming) {
        return coming == length && length > 0 && length <= Math.min(MOST, settings.fileLimit());
    }

    /** All bytes of it, checked against their checksum where one was sent. */
    public byte[] content(InputStream sent, long length, Checksum checksum) {
        byte[] content = new byte[(int) length];
        Chunk chunk = new Chunk(sent, length, checksum);
        int come = 0;
        try {
            for (int count = chunk.read(); count > 0; count = chunk.read()) {
                System.arraycopy(chunk.bytes(), 0, content, come, count);
                come += count;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (come < length) {
            throw new ExhibitRefused(Reason.CONTENT_CUT_OFF);
        }
        if (chunk.checked()) {
            chunk.matches();
        }
        return content;
    }

    /** As an exhibit; or failed, where there is no room for it in the case. */
    public Upload take(UUID batch, SentFile file, byte[] content, Actor by) {
        SealedBytes sealed = sealed(content);
        try {
            CreateUpload.Registered done = create.createWhole(batch, file, sealed, by);
            if (!done.bytesHeld()) {
                store.discard(sealed.blob());
            }
            return done.upload();
        } catch (ExhibitRefused refused) {
            store.discard(sealed.blob());
            if (refused.reason() == Reason.CASE_FULL) {
                return create.create(batch, file, content.length, by);
            }
            throw refused;
        } catch (RuntimeException notKept) {
            leftovers.dropUnlessHeld(sealed.blob());
            throw notKept;
        }
    }

    private SealedBytes sealed(byte[] content) {
        try {
            return store.seal(new ByteArrayInputStream(content));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
