package lockstep.evidence.parts.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import lockstep.evidence.apart.inside.CheckedEntry;
import lockstep.evidence.apart.inside.Given;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP by its central directory, which is what other programs go by. */
final class ZipParts {
    /** The fixed part of what stands before each entry's bytes. */
    private static final int LOCAL_HEADER = 30;

    private ZipParts() {}

    static void read(Given container, Parts parts) throws IOException {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(container).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            parts.mayBe(entries.size());
            mustNotOverlap(entries, container.size());
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory()) {
                    parts.tell(entry.getName(), "", entry.getCompressedSize(), () -> open(zip, entry));
                }
            }
        }
    }

    /** No honest program packs two files into the same bytes. */
    private static void mustNotOverlap(List<ZipArchiveEntry> entries, long size) throws Refused {
        long end = 0;
        for (ZipArchiveEntry entry : entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList()) {
            if (entry.getLocalHeaderOffset() < end) {
                throw new Refused("overlapping-parts");
            }
            end = entry.getLocalHeaderOffset() + LOCAL_HEADER + entry.getCompressedSize();
            if (end > size) {
                throw new Refused("damaged");
            }
        }
    }

    private static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.isUnixSymlink()) {
            throw new Refused("symbolic-link");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refused("encrypted");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Refused("unknown-method");
        }
        return new CheckedEntry(zip.getInputStream(entry), entry);
    }
}
