package lockstep.evidence.redaction.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passage is found however it is written. */
class PassagesTest {
    private static Set<Integer> found(String text, String... wanted) throws IOException {
        Passages passages = new Passages(List.of(wanted));
        passages.in(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return passages.found();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of Kovalenko.",
                "of K o v a\nlenko",
                "of KOVALENKO",
                "of Kóvalenko",
                "of Коvаlеnко",
                "see QWdlbnQgS292YWxlbmtvIG9mIE9kZXNzYQ==",
                "see S292YWxlbmtvMQ==",
                "see xS292YWxlbmtv",
                "see QWdlbnQgS292YW\r\nxlbmtvIG9mIE9kZXNzYQ==",
                "of K%6Fvalenko",
                "of K=6Fvale=\r\nnko",
                "of 4b6f76616c656e6b6f",
                "of 4b 6f 76 61 6c 65 6e 6b 6f",
                "of +AEsAbwB2AGEAbABlAG4AawBv-"
            })
    void it_is_found_in_whatever_letters(String text) throws IOException {
        assertEquals(Set.of(0), found(text, "Kovalenko"));
        assertEquals(Set.of(0), found("x ".repeat(32_760) + text, "Kovalenko"));
    }

    @Test
    void it_is_found_in_escapes_of_another_script() throws IOException {
        assertEquals(Set.of(0), found("?q=%D0%9A%D0%BE%D0%B2%D0%B0%D0%BB%D1%8C", "Коваль"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%41", "4b ", "\nab"})
    void a_long_column_of_words_or_digits_is_looked_through(String line) throws IOException {
        assertEquals(Set.of(0), found("abcdefgh" + line.repeat(21_000) + " of Kovalenko", "Kovalenko"));
    }

    @Test
    void what_is_not_there_is_not_found() throws IOException {
        String text = "a=45, 50%, 10 %25 35c4c8ea973958724bfb1db629c84fa2e5926393286803690cf13642bdfe025c, "
                + "Donaudampfschifffahrtsgesellschaft DE89370400440532013000 https://customs.example/a%20b";
        assertEquals(Set.of(), found(text, "Kovalenko", "Li", "Wei"));
    }
}
