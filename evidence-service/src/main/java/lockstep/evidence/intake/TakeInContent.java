package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.KeepContent;
import lockstep.evidence.exhibit.MediaTypes;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentTooLarge;
import lockstep.evidence.storage.SealedBytes;

/**
 * Takes in the content of a version: sealed as it comes, outside of any transaction; kept in one short transaction. If
 * anything goes wrong, neither a row nor a file is left.
 */
@ApplicationScoped
public class TakeInContent {
    private final KeepContent keep;
    private final KeepWithinQuota within;
    private final BlobStore store;
    private final Leftovers leftovers;

    public TakeInContent(KeepContent keep, KeepWithinQuota within, BlobStore store, Leftovers leftovers) {
        this.keep = keep;
        this.within = within;
        this.store = store;
        this.leftovers = leftovers;
    }

    /** {@code announced}: how many bytes there will be, or -1 where that was not said. */
    public ExhibitVersion take(UUID exhibitId, int n, InputStream sent, long announced, Actor by) {
        ExhibitVersion target = keep.target(exhibitId, n, by);
        if (!target.held()) {
            within.refuseBeyond(target, announced);
        }
        InputStream content = new ClientStream(sent);
        try {
            return target.held()
                    ? keep.confirm(exhibitId, n, store.digest(content), by)
                    : sealAndKeep(exhibitId, n, content, by);
        } catch (ContentTooLarge tooLarge) {
            throw new ExhibitRefused(Reason.TOO_LARGE, tooLarge);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ExhibitVersion sealAndKeep(UUID exhibitId, int n, InputStream content, Actor by) throws IOException {
        SealedBytes sealed = store.seal(content);
        try {
            String detected = MediaTypes.detect(sealed.head()).orElse(null);
            ExhibitVersion version = within.keep(exhibitId, n, sealed, detected, by);
            if (!version.blobId().equals(sealed.blob())) {
                store.discard(sealed.blob());
            }
            return version;
        } catch (RuntimeException notKept) {
            leftovers.dropUnlessHeld(sealed.blob());
            throw notKept;
        }
    }
}
