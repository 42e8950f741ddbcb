package lockstep.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The name under which content is offered for saving: an exhibit's title, made harmless for every file system, as a
 * Content-Disposition (RFC 6266) that no title can break out of.
 */
public final class FileName {
    private static final int LONGEST = 120;
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/json", ".json"),
            Map.entry("application/xml", ".xml"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/webp", ".webp"),
            Map.entry("message/rfc822", ".eml"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/html", ".html"),
            Map.entry("text/plain", ".txt"));

    private FileName() {}

    /**
     * The header's value.
     *
     * @param disposition {@code attachment} or {@code inline}
     */
    public static String disposition(String disposition, String title, int version, String mediaType) {
        String name = safe(title) + " (v" + version + ")" + EXTENSIONS.getOrDefault(mediaType, ".bin");
        return disposition + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + percentEncoded(name);
    }

    /** No separators, no device names, no leading or trailing dots, nothing that changes direction. */
    private static String safe(String title) {
        StringBuilder safe = new StringBuilder();
        title.codePoints().map(c -> forbidden(c) ? '_' : c).limit(LONGEST).forEach(safe::appendCodePoint);
        String trimmed = safe.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
        return trimmed.isEmpty() ? "exhibit" : trimmed;
    }

    private static boolean forbidden(int c) {
        int type = Character.getType(c);
        return "\\/:*?\"<>|%;".indexOf(c) >= 0
                || Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
    }

    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().map(c -> c < 0x20 || c > 0x7E ? '_' : c).forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static String percentEncoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return encoded.toString();
    }
}
