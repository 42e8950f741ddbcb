package lockstep.evidence.parts;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.apart.Apart;
import lockstep.evidence.apart.PlainStream;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.intake.Leftovers;
import lockstep.evidence.intake.SentFile;
import lockstep.evidence.intake.TakeInParts;
import lockstep.evidence.parts.PartsSteps.Ready;
import lockstep.evidence.parts.reader.Kind;
import lockstep.evidence.parts.reader.ReadParts;
import lockstep.evidence.spill.FreezeExhibit;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.evidence.storage.SealedBytes;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jboss.logging.Logger;

/**
 * Goes through one container and takes in each part as it comes: sealed while it is read, kept in a transaction of its
 * own. Gone through again, it passes over what it has.
 */
@ApplicationScoped
class ReadContainer {
    private static final Logger LOG = Logger.getLogger(ReadContainer.class);

    /** Of each library that the reader uses, one class. */
    private static final List<Class<?>> USED = List.of(
            ZipFile.class,
            IOUtils.class,
            StringUtils.class,
            Hex.class,
            MimeTokenStream.class,
            POIFSFileSystem.class,
            org.apache.logging.log4j.Logger.class,
            ListUtils.class);

    private final PartsSteps steps;
    private final TakeInParts parts;
    private final BlobStore store;
    private final Leftovers leftovers;
    private final FreezeExhibit spilled;
    private final PartsSettings settings;

    ReadContainer(
            PartsSteps steps,
            TakeInParts parts,
            BlobStore store,
            Leftovers leftovers,
            FreezeExhibit spilled,
            PartsSettings settings) {
        this.steps = steps;
        this.parts = parts;
        this.store = store;
        this.leftovers = leftovers;
        this.spilled = spilled;
        this.settings = settings;
    }

    /** Why it is not opened (any further), or null: it is. {@code alive} throws when the work is another one's now. */
    String read(UUID batch, Actor by, Runnable alive) {
        try {
            Ready ready = steps.ready(batch, by);
            return read(ready, by, alive);
        } catch (ExhibitRefused refused) {
            return refused.reason().kebab();
        } catch (ContentDamaged damaged) {
            LOG.errorf(damaged, "container of batch %s", batch);
            return Reason.CONTENT_DAMAGED.kebab();
        } catch (IOException noProcess) {
            LOG.errorf(noProcess, "container of batch %s", batch);
            return "reader-failed";
        }
    }

    private String read(Ready ready, Actor by, Runnable alive) throws IOException {
        Set<Integer> taken = parts.taken(ready.opening().batchId());
        try (Apart reader = new Apart(work(ready), store.reader(ready.blob()))) {
            try {
                for (int n = 1; ; n++) {
                    switch (reader.next()) {
                        case Wire.PART -> part(ready, reader, n, taken.contains(n), by, alive);
                        case Wire.REFUSED -> {
                            return reader.text();
                        }
                        case Wire.DONE -> {
                            return null;
                        }
                        default -> {
                            return "reader-failed";
                        }
                    }
                }
            } catch (EOFException ended) {
                return reader.end();
            } catch (IOException broken) {
                LOG.warnf("reader of batch %s: %s", ready.opening().batchId(), broken.getMessage());
                return reader.end();
            }
        }
    }

    private Apart.Work work(Ready ready) {
        Kind kind = ready.opening().kind();
        return new Apart.Work(
                ReadParts.class,
                USED,
                List.of(
                        kind.name(),
                        String.valueOf(ready.blob().size()),
                        String.valueOf(settings.most()),
                        String.valueOf(settings.ratio()),
                        String.valueOf(settings.bytes()),
                        String.valueOf(settings.multiparts())),
                settings.memory(),
                settings.time());
    }

    private void part(Ready ready, Apart reader, int n, boolean taken, Actor by, Runnable alive) throws IOException {
        String path = reader.text();
        SentFile file = SentFile.ofPart(path, reader.text());
        alive.run();
        reader.wanted(!taken);
        if (taken) {
            return;
        }
        PlainStream plain = new PlainStream(reader, alive);
        UUID batch = ready.opening().batchId();
        try {
            keep(ready, n, file, store.seal(plain, settings.bytes()), by);
        } catch (PlainStream.Failed failed) {
            parts.fail(batch, n, file, failed.getMessage(), by);
        } catch (ExhibitRefused refused) {
            if (refused.reason() == Reason.FROZEN) {
                throw refused;
            }
            plain.drain();
            parts.fail(batch, n, file, refused.reason().kebab(), by);
        }
    }

    private void keep(Ready ready, int n, SentFile file, SealedBytes sealed, Actor by) {
        try {
            if (sealed.size() == 0) {
                throw new ExhibitRefused(Reason.EMPTY_CONTENT);
            }
            String path = file.relativePath() == null ? "" : file.relativePath();
            if (!steps.keep(ready, n, path, file, sealed, by).bytesHeld()) {
                store.discard(sealed.blob());
            }
        } catch (RuntimeException notKept) {
            leftovers.dropUnlessHeld(sealed.blob());
            if (notKept instanceof ExhibitRefused refused && refused.reason() == Reason.CONTENT_SPILLED) {
                spilled.freezeContainer(ready.version(), sealed.sha256());
            }
            throw notKept;
        }
    }
}
