package lockstep.listing.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    @ParameterizedTest
    @CsvSource({
        "Orlan Priborservis LLC, Latn",
        "Uydurma Çip A.Ş., Latn",
        "ООО «Орлан», Cyrl",
        "云栖虚构光学有限公司, Hani",
        "虚構テクノロジー株式会社, Jpan",
        "オルラン, Kana",
        "주식회사 가공, Hang",
        "شركة وهمية, Arab",
        "Επινοημένη ΑΕ, Grek",
        "გამოგონილი, Geor",
        "บริษัท สมมติ จำกัด, Thai",
        "123-45, Zyyy",
        "JSC Orlan (Акционерное общество «Орлан»), Cyrl"
    })
    void the_script_of_most_letters_is_proposed(String text, String script) {
        assertEquals(script, Script.proposedFor(text));
        assertTrue(Script.known(script));
        assertTrue(Script.writes(script, text));
    }

    @Test
    void codes_that_stand_for_several_scripts_accept_their_members() {
        assertTrue(Script.writes("Hans", "云栖虚构光学有限公司"));
        assertTrue(Script.writes("Jpan", "オルラン"));
        assertTrue(Script.writes("Kore", "가공"));
        assertFalse(Script.writes("Jpan", "Orlan"));
        assertTrue(Script.writes("Latn", "JSC Orlan (Акционерное общество «Орлан»)"));
    }

    @Test
    void one_foreign_letter_does_not_bring_its_script_into_a_name() {
        assertFalse(Script.writes("Cyrl", "Оrlan"));
        assertTrue(Script.mixesWithinWord("Оrlan"));
        assertFalse(Script.mixesWithinWord("虚構テクノロジー"));
        assertFalse(Script.mixesWithinWord("Орлан-Tech"));
    }

    @Test
    void only_codes_of_iso_15924_are_known() {
        assertTrue(Arrays.stream("Latn Cyrl Hani Hans Hant Jpan Arab Zyyy".split(" "))
                .allMatch(Script::known));
        assertFalse(Arrays.stream("Xxxx latin LATN 国".split(" ")).anyMatch(Script::known));
        assertFalse(Script.known(null));
    }

    @Test
    void every_native_script_of_the_table_is_a_known_code() {
        for (String country : Locale.getISOCountries()) {
            assertTrue(NativeScript.of(country).stream().allMatch(Script::known), country);
        }
        assertEquals(List.of("Cyrl"), NativeScript.of("RU"));
        assertEquals(List.of("Latn"), NativeScript.of("TR"));
    }
}
