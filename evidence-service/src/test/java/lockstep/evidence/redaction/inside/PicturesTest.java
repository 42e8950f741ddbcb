package lockstep.evidence.redaction.inside;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lockstep.evidence.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is let out as nothing but what draws it. */
class PicturesTest {
    private static final byte[] WORDS = "Comment\0of a word.".getBytes(StandardCharsets.US_ASCII);

    private static void bare(byte[] picture) {
        assertDoesNotThrow(() -> Pictures.mustBeBare(new ByteArrayInputStream(picture)));
    }

    private static void refused(byte[] picture) {
        assertThrows(IOException.class, () -> Pictures.mustBeBare(new ByteArrayInputStream(picture)));
    }

    @Test
    void what_draws_it_is_let_out() throws IOException {
        bare(Pixels.drawn("png"));
        bare(Pixels.drawn("jpeg"));
        bare(Pixels.chunked(Pixels.drawn("png"), "pHYs", new byte[9]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "tIME", "prVt"})
    void a_chunk_that_doesnt_draw_is_refused(String type) throws IOException {
        refused(Pixels.chunked(Pixels.drawn("png"), type, WORDS));
    }

    @Test
    void what_hides_in_a_chunk_that_draws_is_refused() throws IOException {
        byte[] png = Pixels.drawn("png");
        refused(Pixels.chunked(png, "pHYs", new byte[10]));
        refused(Pixels.chunked(Pixels.chunked(png, "gAMA", new byte[4]), "gAMA", new byte[4]));
        refused(Pixels.chunked(png, "IDAT", WORDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFE, 0xE0, 0xE1, 0xE2, 0xED, 0xEE})
    void a_segment_that_doesnt_draw_is_refused(int marker) throws IOException {
        byte[] segment =
                Pixels.inserted(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (WORDS.length + 2)}, 4, WORDS);
        refused(Pixels.inserted(Pixels.drawn("jpeg"), 2, segment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void what_stands_behind_its_end_is_refused_and_so_is_one_without_an_end(String form) throws IOException {
        byte[] picture = Pixels.drawn(form);
        refused(Pixels.inserted(picture, picture.length, WORDS));
        refused(Arrays.copyOf(picture, picture.length - 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void other_forms_are_refused(String form) throws IOException {
        refused(Pixels.drawn(form));
    }
}
