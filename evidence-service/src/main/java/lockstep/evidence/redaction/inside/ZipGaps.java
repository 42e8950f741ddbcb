package lockstep.evidence.redaction.inside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import lockstep.evidence.apart.inside.Given;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What lies in a ZIP beside the entries of its directory: a program that replaces one may leave the old one there. */
final class ZipGaps {
    /** What may stand behind an entry's bytes: its sizes once more. */
    private static final int SIZES = 24;
    /** The record at the end, without a comment. */
    private static final int END = 22;

    private static final int END_MARK = 0x06054B50;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_OFFSET = 16;

    private ZipGaps() {}

    static boolean in(List<ZipArchiveEntry> entries, Given given) throws IOException {
        long end = 0;
        for (ZipArchiveEntry entry : entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList()) {
            if (entry.getLocalHeaderOffset() - end > SIZES) {
                return true;
            }
            end = Math.max(end, entry.getDataOffset() + entry.getCompressedSize());
        }
        ByteBuffer record = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
        given.position(given.size() - END);
        while (record.hasRemaining() && given.read(record) >= 0) {
            // On to the end.
        }
        long directory = Integer.toUnsignedLong(record.getInt(DIRECTORY_OFFSET));
        long size = Integer.toUnsignedLong(record.getInt(DIRECTORY_SIZE));
        return record.getInt(0) != END_MARK || directory - end > SIZES || directory + size + END != given.size();
    }
}
