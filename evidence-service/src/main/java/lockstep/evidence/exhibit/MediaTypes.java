package lockstep.evidence.exhibit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from the first bytes what a file is, as far as it can be told lightly; never refuses. */
public final class MediaTypes {
    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String OLE = "application/x-ole-storage";

    private record Magic(int offset, byte[] bytes, String mediaType) {
        boolean in(byte[] head) {
            if (head.length < offset + bytes.length) {
                return false;
            }
            for (int n = 0; n < bytes.length; n++) {
                if (head[offset + n] != bytes[n]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> MAGIC = List.of(
            magic(0, "%PDF-", PDF),
            magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            magic(0, "GIF8", "image/gif"),
            magic(0, "II*\0", "image/tiff"),
            magic(0, "MM\0*", "image/tiff"),
            magic(8, "WEBP", "image/webp"),
            magic(0, "PK\u0003\u0004", ZIP),
            magic(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", OLE),
            magic(0, "\u001f\u008b", "application/gzip"),
            magic(0, "7z\u00bc\u00af\u0027\u001c", "application/x-7z-compressed"),
            magic(0, "Rar!", "application/vnd.rar"),
            magic(0, "MZ", "application/x-msdownload"),
            magic(0, "\u007fELF", "application/x-elf"),
            magic(4, "ftyp", "video/mp4"));

    /** Formats that are containers of another one, so that the container's bytes are no contradiction. */
    private static final Set<String> OLE_BASED =
            Set.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-outlook");

    /** As what a ZIP is sent, whatever is packed in it. */
    private static final Set<String> SAID_ZIP = Set.of(ZIP, "application/x-zip-compressed");

    private MediaTypes() {}

    /** Whether it is said to be a spreadsheet of the form that can be shown, with or without macros. */
    private static boolean spreadsheet(String declared) {
        return declared.startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.")
                || declared.equalsIgnoreCase("application/vnd.ms-excel.sheet.macroEnabled.12")
                || declared.equalsIgnoreCase("application/vnd.ms-excel.template.macroEnabled.12");
    }

    /** What the first bytes say, or nothing. */
    public static Optional<String> detect(byte[] head) {
        return MAGIC.stream()
                .filter(magic -> magic.in(head))
                .map(Magic::mediaType)
                .findFirst()
                .map(type -> ZIP.equals(type) && new PackedBeginning(head).spreadsheet() ? XLSX : type);
    }

    /** True if what was declared can't be what the first bytes say. */
    public static boolean contradict(String declared, String detected) {
        if (detected == null || detected.equals(declared) || declared.equals("application/octet-stream")) {
            return false;
        }
        return switch (detected) {
            case XLSX -> !spreadsheet(declared) && !SAID_ZIP.contains(declared);
            case ZIP ->
                spreadsheet(declared)
                        || !declared.contains("openxmlformats")
                                && !declared.contains("opendocument")
                                && !declared.endsWith("+zip")
                                && !declared.equals("application/wacz");
            case OLE -> !OLE_BASED.contains(declared);
            case "video/mp4" ->
                !declared.startsWith("video/") && !declared.startsWith("audio/") && !declared.equals("image/heic");
            default -> true;
        };
    }

    private static final Set<String> IMAGES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp");

    /** What is shown by its letters; a drawing that could run something (SVG) too, never drawn. */
    private static final Set<String> TEXTS =
            Set.of("application/json", "application/xml", "application/javascript", "message/rfc822", "image/svg+xml");

    /** How it can be shown on pages: what the first bytes say goes before what it is said to be. */
    public static Optional<Viewer> viewer(String declared, String detected) {
        // What is said to be one is looked at as one: an encrypted one begins otherwise, and has to be told from a
        // damaged one.
        boolean packed = detected == null || detected.equals(ZIP) || detected.equals(OLE);
        if (XLSX.equals(detected) || packed && spreadsheet(declared)) {
            return Optional.of(Viewer.WORKBOOK);
        }
        if (detected != null) {
            return Optional.ofNullable(
                    PDF.equals(detected) ? Viewer.PDF : IMAGES.contains(detected) ? Viewer.IMAGE : null);
        }
        if (PDF.equals(declared)) {
            return Optional.of(Viewer.PDF);
        }
        if (declared.equals("text/csv") || declared.equals("text/tab-separated-values")) {
            return Optional.of(Viewer.TABLE);
        }
        boolean text = declared.startsWith("text/")
                || declared.endsWith("+json")
                || declared.endsWith("+xml")
                || TEXTS.contains(declared);
        return Optional.ofNullable(text ? Viewer.TEXT : IMAGES.contains(declared) ? Viewer.IMAGE : null);
    }

    private static Magic magic(int offset, String bytes, String mediaType) {
        return new Magic(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), mediaType);
    }
}
