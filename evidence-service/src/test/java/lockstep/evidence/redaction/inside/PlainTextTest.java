package lockstep.evidence.redaction.inside;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text is its letters and nothing else. */
class PlainTextTest {
    private static void refused(byte[] text) {
        assertThrows(IOException.class, () -> PlainText.mustBeOne(() -> new ByteArrayInputStream(text)));
    }

    private static void plain(byte[] text) {
        assertDoesNotThrow(() -> PlainText.mustBeOne(() -> new ByteArrayInputStream(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of Ivan <b>P</b>etrovich Sidorov",
                "of Ivan <!-- P -->",
                "of Ivan &#80;etrovich Sidorov",
                "of Ivan &Iacute;etrovich",
                "data:text/plain;base64,SXZhbiBQZXRyb3ZpY2ggU2lkb3Jvdg==",
                "Content-Transfer-Encoding: base64\n\nSXZhbiBQZXRyb3ZpY2ggU2lkb3Jvdg==",
                "Subject: =?utf-8?B?SXZhbiBQZXRyb3ZpY2ggU2lkb3Jvdg==?=",
                "{\"name\": \"Ivan \\u0050etrovich Sidorov\"}",
                "{\\rtf1 Ivan \\'50etrovich Sidorov}",
                "begin 644 statement"
            })
    void text_with_a_writing_of_its_own_is_refused_in_whatever_characters(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8));
        refused(text.getBytes(StandardCharsets.UTF_16LE));
        refused(text.getBytes(StandardCharsets.UTF_16BE));
        refused(("x ".repeat(40_000) + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_packed_is_refused() {
        refused("of \1 packed".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void letters_are_let_out_whatever_they_are_written_in() {
        String text = "Tom & Jerry; a < b > c, C:\\users\\x64 <tom@example.org>, 50%, 10 % \f\r\n";
        plain(text.getBytes(StandardCharsets.UTF_8));
        plain(text.getBytes(StandardCharsets.UTF_16LE));
        plain("Свидетель".getBytes(Charset.forName("windows-1251")));
        plain("Свидетель и другой".getBytes(StandardCharsets.UTF_16BE));
        plain("证人".getBytes(Charset.forName("GB18030")));
    }
}
