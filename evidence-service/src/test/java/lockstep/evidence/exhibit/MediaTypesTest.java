package lockstep.evidence.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

    private static Optional<String> detect(String head) {
        return MediaTypes.detect(head.getBytes(StandardCharsets.ISO_8859_1));
    }
}
