package lockstep.evidence.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No title breaks out of the header, or into the reader's file system. */
class FileNameTest {
    private static final String SHAPE =
            "attachment; filename=\"[\\x20-\\x7E&&[^\"\\\\/;%]]+\"; filename\\*=UTF-8''[A-Za-z0-9\\-._~%]+";

    @Test
    void a_plain_title_keeps_its_name_and_gets_its_extension() {
        assertEquals(
                "attachment; filename=\"Registry extract (v2).pdf\"; filename*=UTF-8''Registry%20extract%20%28v2%29.pdf",
                FileName.disposition("attachment", "Registry extract", 2, "application/pdf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"; filename=\"evil.exe",
                "x\r\nSet-Cookie: a=b",
                "../../etc/passwd",
                "..",
                "C:\\windows\\system32",
                "50% off; really",
                "\u202Efdp.exe",
                "Компания «Заря»",
                "深圳市某某有限公司",
                "e\u0301te\u0301",
                "\uD83D\uDCC4 page",
                "broken \uD83D surrogate",
                "\u0000nul",
                "   "
            })
    void any_title_gives_a_harmless_header(String title) {
        String header = FileName.disposition("attachment", title, 1, "text/plain");
        assertTrue(header.matches(SHAPE), header);
        String name = URLDecoder.decode(header.substring(header.indexOf("''") + 2), StandardCharsets.UTF_8);
        assertFalse(name.startsWith(".") || name.contains("/") || name.contains("\\"), name);
        assertTrue(name.endsWith(" (v1).txt"), name);
    }

    @Test
    void letters_of_other_scripts_stay_for_whoever_can_show_them() {
        String header = FileName.disposition("inline", "Выписка", 1, "application/pdf");
        assertTrue(header.startsWith("inline; filename=\"_______ (v1).pdf\""), header);
        assertTrue(header.contains("%D0%92%D1%8B%D0%BF"), header);
    }

    @Test
    void a_very_long_title_is_cut_between_letters() {
        String header = FileName.disposition("attachment", "\uD83D\uDCC4".repeat(4000), 1, "text/plain");
        assertTrue(header.length() < 2000, header);
        assertFalse(header.contains("%ED"), "half a letter");
    }
}
