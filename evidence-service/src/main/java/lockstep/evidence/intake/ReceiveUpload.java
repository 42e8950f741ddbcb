package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.evidence.storage.Partial;
import lockstep.evidence.storage.PartialHeld;
import lockstep.evidence.storage.PartialWriter;

/**
 * Takes what a client sends to an upload: sealed as it comes, outside of any transaction, made safe now and then and at
 * the end, also where the client breaks off. Once all is there it becomes an exhibit.
 */
@ApplicationScoped
public class ReceiveUpload {
    private final UploadSteps steps;
    private final FinishUpload finish;
    private final BlobStore store;
    private final IntakeSettings settings;

    public ReceiveUpload(UploadSteps steps, FinishUpload finish, BlobStore store, IntakeSettings settings) {
        this.steps = steps;
        this.finish = finish;
        this.store = store;
        this.settings = settings;
    }

    /**
     * @param offset where the client goes on
     * @param declared how many bytes it says that it sends, or -1
     * @param checksum what these bytes must have, or null; with another one none of them is kept
     */
    public Upload receive(UUID id, long offset, long declared, InputStream sent, Checksum checksum, Actor by) {
        UUID token = UUID.randomUUID();
        Upload upload = steps.take(id, token, offset, by);
        boolean ended = false;
        try {
            if (declared > upload.length() - offset) {
                throw UploadProblems.beyondLength();
            }
            Partial come = send(upload, token, new Chunk(sent, upload.length() - offset, checksum));
            upload = steps.end(id, token, come);
            ended = true;
        } finally {
            if (!ended) {
                steps.release(id, token);
            }
        }
        return upload.toBeRegistered() ? finish.finish(upload, by) : upload;
    }

    /** What is safely there in the end. */
    private Partial send(Upload upload, UUID token, Chunk chunk) {
        Partial from = upload.partial();
        if (from.whole()) {
            return from;
        }
        try (PartialWriter writer = store.resume(from)) {
            Pace pace = new Pace(settings);
            for (int count = chunk.read(); count > 0; count = chunk.read()) {
                writer.write(chunk.bytes(), 0, count);
                if (pace.due(count)) {
                    makeSafe(upload.id(), token, writer, chunk);
                }
            }
            chunk.mustEndHere();
            return chunk.checked() && !chunk.matches() ? from : writer.checkpoint();
        } catch (PartialHeld held) {
            throw UploadProblems.held();
        } catch (ContentDamaged lost) {
            throw finish.damaged(upload, lost);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Bytes that may still have to be dropped are not made safe; the lease is kept for them. */
    private void makeSafe(UUID id, UUID token, PartialWriter writer, Chunk chunk) throws IOException {
        if (chunk.checked()) {
            steps.renew(id, token);
        } else {
            steps.checkpoint(id, token, writer.checkpoint());
        }
    }
}
