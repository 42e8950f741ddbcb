package lockstep.listing.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateKeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orlan Priborservis LLC | ORLAN PRIBORSERVIS, L.L.C.",
                "Orlan Priborservis LLC | ООО «Орлан Приборсервис»",
                "Публичное акционерное общество «Ясень-М» | PAO Yasen M",
                "Общество с ограниченной ответственностью «Ветка» | Vetka Limited Liability Company",
                "Yunqi Invented Optics Co., Ltd. | Yunqi Invented Optics Company Limited",
                "Müller-Beispiel Handels GmbH | Muller Beispiel Handels",
                "云栖虚构光学有限公司 | 云栖虚构光学",
                "Uydurma Çip Elektronik A.Ş. | Uydurma Cip Elektronik Anonim Şirketi",
                "Nordic Fiction Trading (NFT) | Nordic Fiction Trading LLC"
            })
    void spelling_script_and_legal_form_do_not_hide_a_second_entry(String one, String other) {
        assertTrue(meet(one, other), keys(one) + " " + keys(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Orlan Priborservis LLC | Orlan Priborstroy LLC",
                "Research and Production Enterprise Vetka | Research and Production Enterprise Yasen",
                "Hong Kong Limited | Hong Kong Company Ltd"
            })
    void what_many_names_share_is_no_key(String one, String other) {
        assertFalse(meet(one, other), keys(one) + " " + keys(other));
    }

    @Test
    void a_quoted_name_of_two_words_is_a_key_and_of_one_word_is_none() {
        assertFalse(meet("Tula Plant «Signalik»", "Omsk Works «Signalik»"));
        assertFalse(meet("Tula Plant (Signalik)", "Omsk Works (Signalik)"));
        assertTrue(meet("Tula Branch of «Dalnyaya Vetka»", "OOO «Dalnyaya Vetka»"));
    }

    @Test
    void a_weak_alias_is_not_matched_on() {
        Name weak = new Name("Orlan Priborservis", Name.Kind.AKA, Name.Quality.WEAK, null, null, null, null);
        assertTrue(DuplicateKeys.of(weak).isEmpty());
    }

    @Test
    void a_tax_number_meets_the_same_number_under_another_label() {
        assertTrue(meet(id(IdentifierType.INN, "9901000010", "RU"), id(IdentifierType.TAX, "9901 000 010", "RU")));
        assertTrue(meet(
                id(IdentifierType.MERSIS, "0990-0000-0110-0001", "TR"), id(IdentifierType.TAX, "9900000011", "TR")));
        assertTrue(meet(id(IdentifierType.GSTIN, "29ZZZCZ9999Z1ZF", "IN"), id(IdentifierType.PAN, "ZZZCZ9999Z", "IN")));
        assertTrue(meet(
                id(IdentifierType.USCC, "91990000MA0YYYYY13", "CN"),
                id(IdentifierType.TAX, "91990000MA0YYYYY13", "CN")));
        assertFalse(meet(id(IdentifierType.TAX, "9901000010", "RU"), id(IdentifierType.TAX, "9901000010", "TR")));
    }

    @Test
    void the_keys_of_a_text_are_sorted_and_name_their_kind() {
        List<String> keys = List.copyOf(Subjects.orlan().duplicateKeys());
        assertEquals(keys.stream().sorted().toList(), keys);
        assertTrue(keys.contains("id:TAX:RU:9901000010"), keys::toString);
        assertTrue(keys.contains("name:orlanpriborservis"), keys::toString);
    }

    private static Identifier id(IdentifierType type, String value, String country) {
        return Identifier.of(type, value, country, null);
    }

    private static boolean meet(Identifier one, Identifier other) {
        return !Collections.disjoint(DuplicateKeys.of(one), DuplicateKeys.of(other));
    }

    private static boolean meet(String one, String other) {
        return !Collections.disjoint(keys(one), keys(other));
    }

    private static Set<String> keys(String name) {
        return DuplicateKeys.of(Name.of(Name.Kind.PRIMARY, name));
    }
}
