package lockstep.evidence.exhibit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How a ZIP begins: the names of its first entries, and the list of types with which most office files begin. */
final class PackedBeginning {
    private static final byte[] ENTRY = {'P', 'K', 3, 4};
    private static final int FIXED = 30;
    private static final int METHOD = 8;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;
    private static final int UNPACKED = 1 << 14;

    private static final String TYPES = "[Content_Types].xml";
    private static final List<String> OF_OFFICE = List.of(TYPES, "_rels/", "docProps/", "customXml/", "xl/");
    private static final List<String> FOLDERS = List.of("xl/", "word/", "ppt/", "visio/");

    /** No other document has them, though a spreadsheet may be packed in it. */
    private static final List<String> OF_SHEETS =
            List.of("spreadsheetml.sheet.main+xml", "spreadsheetml.worksheet+xml");

    private final byte[] head;

    PackedBeginning(byte[] head) {
        this.head = head;
    }

    /** As a spreadsheet does: some other ZIP, or a document of another kind, doesn't. */
    boolean spreadsheet() {
        List<String> names = names();
        if (names.isEmpty() || OF_OFFICE.stream().noneMatch(names.getFirst()::startsWith)) {
            return false;
        }
        return names.stream()
                .flatMap(name -> FOLDERS.stream().filter(name::startsWith))
                .findFirst()
                .map("xl/"::equals)
                .orElseGet(() ->
                        names.getFirst().equals(TYPES) && OF_SHEETS.stream().anyMatch(types()::contains));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int at = 0; at + FIXED < head.length; at++) {
            if (begins(at)) {
                int to = Math.min(head.length, at + FIXED + number(at + NAME_LENGTH));
                names.add(new String(head, at + FIXED, to - at - FIXED, StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private boolean begins(int at) {
        return IntStream.range(0, ENTRY.length).allMatch(n -> head[at + n] == ENTRY[n]);
    }

    private int number(int at) {
        return head[at] & 0xFF | (head[at + 1] & 0xFF) << 8;
    }

    /** As far as it is there. */
    private String types() {
        int from = FIXED + number(NAME_LENGTH) + number(EXTRA_LENGTH);
        if (from >= head.length) {
            return "";
        }
        if (number(METHOD) == 0) {
            return new String(head, from, head.length - from, StandardCharsets.UTF_8);
        }
        byte[] plain = new byte[UNPACKED];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(head, from, head.length - from);
            return new String(plain, 0, inflater.inflate(plain), StandardCharsets.UTF_8);
        } catch (DataFormatException packedOtherwise) {
            return "";
        }
    }
}
