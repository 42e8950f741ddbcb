package lockstep.evidence.parts.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lockstep.evidence.apart.inside.Given;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A mail as Outlook saves it ([MS-OXMSG]): its texts and its attachments are parts. A mail attached to it is no file there
 * but a storage within, and is told as failed.
 */
final class OutlookParts {
    private static final String PROPERTIES = "__properties_version1.0";
    private static final String ATTACHMENT = "__attach_version1.0_";
    private static final String VALUE = "__substg1.0_";
    private static final String UNICODE = "001F";
    private static final String EIGHT_BIT = "001E";
    private static final String BINARY = "0102";
    private static final String DATA = "3701";
    private static final String STORAGE = "000D";
    /** The longest text that is read to be a name, in bytes. */
    private static final int LONGEST = 1 << 16;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final Parts parts;
    private final long size;
    private int n;

    private OutlookParts(Parts parts, long size) {
        this.parts = parts;
        this.size = size;
    }

    static void read(Given container, Parts parts) throws IOException {
        try (FileChannel bytes = new ReadOnlyChannel(container);
                POIFSFileSystem file = new POIFSFileSystem(bytes, true)) {
            if (!file.getRoot().hasEntry(PROPERTIES)) {
                throw new Refused("no-mail");
            }
            new OutlookParts(parts, container.size()).all(file.getRoot());
        }
    }

    private void all(DirectoryEntry mail) throws IOException {
        text(mail, "1000" + UNICODE, "body.txt", "text/plain", StandardCharsets.UTF_16LE);
        text(mail, "1000" + EIGHT_BIT, "body.txt", "text/plain", WESTERN);
        binary(mail, "1013" + BINARY, "body.html", "text/html");
        binary(mail, "1009" + BINARY, "body.rtf.lzfu", "application/octet-stream");
        for (Entry entry : mail) {
            if (entry instanceof DirectoryEntry attachment && entry.getName().startsWith(ATTACHMENT)) {
                attachment(attachment);
            }
        }
    }

    private void text(DirectoryEntry mail, String id, String name, String type, Charset charset) throws IOException {
        Optional<DocumentEntry> value = value(mail, id);
        if (value.isPresent()) {
            parts.tell(name, type, size, () -> new AsUtf8(new DocumentInputStream(value.get()), charset));
        }
    }

    private void binary(DirectoryEntry in, String id, String name, String type) throws IOException {
        Optional<DocumentEntry> value = value(in, id);
        if (value.isPresent()) {
            parts.tell(name, type, size, () -> new DocumentInputStream(value.get()));
        }
    }

    private void attachment(DirectoryEntry attachment) throws IOException {
        n++;
        String name = string(attachment, "3707")
                .or(() -> string(attachment, "3704"))
                .or(() -> string(attachment, "3001"))
                .orElse("attachment-" + n);
        String type = string(attachment, "370E").orElse("");
        if (attachment.hasEntry(VALUE + DATA + STORAGE)) {
            parts.tell(name, "application/vnd.ms-outlook", size, () -> {
                throw new Refused("attached-mail");
            });
        } else {
            parts.tell(
                    name,
                    type,
                    size,
                    () -> new DocumentInputStream(
                            value(attachment, DATA + BINARY).orElseThrow(() -> new Refused("no-content"))));
        }
    }

    private static Optional<String> string(DirectoryEntry in, String id) {
        return read(in, id + UNICODE, StandardCharsets.UTF_16LE)
                .or(() -> read(in, id + EIGHT_BIT, WESTERN))
                .filter(said -> !said.isBlank());
    }

    private static Optional<String> read(DirectoryEntry in, String id, Charset charset) {
        return value(in, id).map(entry -> {
            try (InputStream bytes = new DocumentInputStream(entry)) {
                return new String(bytes.readNBytes(LONGEST), charset);
            } catch (IOException unreadable) {
                return "";
            }
        });
    }

    private static Optional<DocumentEntry> value(DirectoryEntry in, String id) {
        try {
            return in.hasEntry(VALUE + id) && in.getEntry(VALUE + id) instanceof DocumentEntry document
                    ? Optional.of(document)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
