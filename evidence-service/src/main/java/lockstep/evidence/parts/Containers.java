package lockstep.evidence.parts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.MediaTypes;
import lockstep.evidence.parts.reader.Kind;

/** What can be opened into parts: by how it begins, and by what it is said to be. What begins otherwise is no container. */
final class Containers {
    private static final String ZIP = "application/zip";
    private static final String OLE = "application/x-ole-storage";
    private static final Set<String> SAID_ZIP = Set.of(ZIP, "application/x-zip-compressed", "application/octet-stream");

    private Containers() {}

    static Optional<Kind> kind(ExhibitVersion version) {
        return kind(version.title(), version.mediaType(), version.detectedMediaType());
    }

    /** A document that is a ZIP inside is a document. */
    static Optional<Kind> kind(String title, String said, String detected) {
        String name = title.toLowerCase(Locale.ROOT);
        if (ZIP.equals(detected) || MediaTypes.XLSX.equals(detected)) {
            return when(name.endsWith(".zip") || SAID_ZIP.contains(said), Kind.ZIP);
        }
        if (OLE.equals(detected)) {
            return when(name.endsWith(".msg") || said.equals("application/vnd.ms-outlook"), Kind.OUTLOOK);
        }
        return when(detected == null && (name.endsWith(".eml") || said.equals("message/rfc822")), Kind.MAIL);
    }

    private static Optional<Kind> when(boolean so, Kind kind) {
        return so ? Optional.of(kind) : Optional.empty();
    }
}
