package lockstep.evidence.workbook.inside;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.CheckedEntry;
import lockstep.evidence.apart.inside.Given;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of which an office file is made, in a ZIP (ECMA-376 part 2): by their names, and of what type each says to be. */
public final class Contents implements Closeable {
    private static final int MOST_PARTS = 20_000;
    private static final String TYPES = "[Content_Types].xml";
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final ZipFile zip;
    private final List<ZipArchiveEntry> all;
    private final Map<String, ZipArchiveEntry> byName = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private Contents(ZipFile zip) throws IOException, NotReadable {
        this.zip = zip;
        this.all = Collections.list(zip.getEntries());
        if (all.size() > MOST_PARTS) {
            throw new NotReadable(Reason.TOO_HEAVY);
        }
        for (ZipArchiveEntry entry : all) {
            byName.putIfAbsent(key(entry.getName()), entry);
        }
        try (Xml in = xml(TYPES)) {
            while (in.next()) {
                if (in.begins("Default")) {
                    byExtension.put(key(in.attribute("Extension")), in.attribute("ContentType"));
                } else if (in.begins("Override")) {
                    types.put(key(in.attribute("PartName")), in.attribute("ContentType"));
                }
            }
        }
    }

    /** An encrypted office file is a file of another form, in which the real one lies. */
    public static Contents of(Given given) throws IOException, NotReadable {
        mustNotBeEncrypted(given);
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(given).get();
        return new Contents(zip);
    }

    private static void mustNotBeEncrypted(Given given) throws IOException, NotReadable {
        try (InputStream bytes = given.stream()) {
            if (Arrays.equals(bytes.readNBytes(OLE.length), OLE)) {
                if (Encrypted.in(bytes)) {
                    throw new NotReadable(Reason.ENCRYPTED);
                }
                throw new IOException("an older form");
            }
        }
    }

    public List<ZipArchiveEntry> all() {
        return all;
    }

    /** Of what type a part says to be; empty if it says nothing. */
    public String type(String name) {
        String key = key(name);
        String extension = key.substring(key.lastIndexOf('.') + 1);
        String type = types.getOrDefault(key, byExtension.get(extension));
        return type == null ? "" : type;
    }

    boolean has(String name) {
        return byName.containsKey(key(name));
    }

    long size(String name) {
        return has(name) ? byName.get(key(name)).getSize() : 0;
    }

    Xml xml(String name) throws IOException, NotReadable {
        ZipArchiveEntry entry = byName.get(key(name));
        if (entry == null) {
            throw new IOException("a part that isn't there");
        }
        return new Xml(open(entry));
    }

    public InputStream open(ZipArchiveEntry entry) throws IOException, NotReadable {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new NotReadable(Reason.ENCRYPTED);
        }
        if (!zip.canReadEntryData(entry)) {
            throw new IOException("packed in a way that isn't known here");
        }
        return new CheckedEntry(zip.getInputStream(entry), entry);
    }

    /** Names are the same whatever their case is. */
    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
