package lockstep.evidence.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** First bytes tell the kind of a file, and contradict only what they can't be. */
class MediaTypesTest {

    @Test
    void files_are_known_by_how_they_begin() {
        assertEquals(Optional.of("application/pdf"), detect("%PDF-1.7\n"));
        assertEquals(Optional.of("image/png"), detect("\u0089PNG\r\n\u001a\n...."));
        assertEquals(Optional.of("video/mp4"), detect("\0\0\0\u0018ftypmp42"));
        assertEquals(Optional.of("application/x-msdownload"), detect("MZ\u0090"));
    }

    @Test
    void text_and_the_very_short_tell_nothing() {
        assertEquals(Optional.empty(), detect("No. 17, registered on"));
        assertEquals(Optional.empty(), detect("%PD"));
        assertEquals(Optional.empty(), detect(""));
    }

    @Test
    void a_program_is_no_document() {
        assertTrue(MediaTypes.contradict("application/pdf", "application/x-msdownload"));
        assertTrue(MediaTypes.contradict("text/plain", "application/zip"));
        assertTrue(MediaTypes.contradict("image/jpeg", "image/png"));
    }

    @Test
    void a_container_is_no_contradiction_to_what_is_built_on_it() {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertFalse(MediaTypes.contradict(docx, "application/zip"));
        assertFalse(MediaTypes.contradict("application/msword", "application/x-ole-storage"));
        assertFalse(MediaTypes.contradict("application/octet-stream", "application/x-msdownload"));
        assertFalse(MediaTypes.contradict("application/pdf", null));
    }

    @Test
    void a_spreadsheet_is_known_by_the_names_in_it_and_no_other_zip_passes_for_one() {
        String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assertEquals(Optional.of(xlsx), detect(entry("[Content_Types].xml") + "..." + entry("xl/workbook.xml")));
        assertEquals(Optional.of(xlsx), detect(entry("docProps/app.xml") + entry("xl/worksheets/sheet1.xml")));
        assertEquals(
                Optional.of(xlsx),
                detect(entry("[Content_Types].xml") + "<Override ContentType=\"spreadsheetml.sheet.main+xml\"/>"));
        assertEquals(Optional.of(xlsx), detect(packed("spreadsheetml.worksheet+xml")));
        assertEquals(Optional.of("application/zip"), detect(packed("spreadsheetml.sheet")));
        assertEquals(Optional.of("application/zip"), detect(entry("[Content_Types].xml") + entry("word/document.xml")));
        assertEquals(
                Optional.of("application/zip"),
                detect(entry("_rels/.rels") + entry("word/embeddings/1.xlsx") + entry("xl/workbook.xml")));
        assertEquals(Optional.of("application/zip"), detect(entry("invoice.exe") + entry("xl/workbook.xml")));
        assertEquals(Optional.of("application/zip"), detect("PK\u0003\u0004"));
        assertFalse(MediaTypes.contradict(xlsx, xlsx));
        assertFalse(MediaTypes.contradict("application/vnd.ms-excel.sheet.macroenabled.12", xlsx));
        assertFalse(MediaTypes.contradict("application/zip", xlsx));
        assertTrue(MediaTypes.contradict("text/csv", xlsx));
        assertTrue(MediaTypes.contradict(xlsx, "application/zip"));
        assertEquals(Optional.of(Viewer.WORKBOOK), MediaTypes.viewer("application/octet-stream", xlsx));
        assertEquals(Optional.of(Viewer.WORKBOOK), MediaTypes.viewer(xlsx, "application/x-ole-storage"));
        assertEquals(Optional.empty(), MediaTypes.viewer("application/vnd.ms-excel", "application/x-ole-storage"));
        assertEquals(Optional.empty(), MediaTypes.viewer("application/zip", "application/zip"));
    }

    /** The fixed part of what stands before an entry that isn't packed, and its name. */
    private static String entry(String name) {
        return "PK\u0003\u0004" + "\0".repeat(22) + (char) name.length() + "\0\0\0" + name;
    }

    /** A list of types, packed as most programs do it, which is longer than what is looked at. */
    private static String packed(String type) {
        byte[] bytes = new byte[1 << 12];
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(
                ("<Override ContentType=\"" + type + "\"/>").repeat(2000).getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        int count = deflater.deflate(bytes) / 2;
        deflater.end();
        String entry = entry("[Content_Types].xml");
        return entry.substring(0, 8)
                + '\b'
                + entry.substring(9)
                + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> detect(String head) {
        return MediaTypes.detect(head.getBytes(StandardCharsets.ISO_8859_1));
    }
}
