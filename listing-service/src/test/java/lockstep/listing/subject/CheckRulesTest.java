package lockstep.listing.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are invented; their check digits were computed by other code than that which is tested. */
class CheckRulesTest {

    private static final String WITH_CHECK_DIGIT = """
            USCC,        CN, 91990000MA0YYYYY13
            INN,         RU, 9901000010
            INN,         RU, 990100001169
            OGRN,        RU, 1999900000010
            OGRNIP,      RU, 399990000000121
            BIN,         KZ, 990140000027
            TAX,         TR, 9900000011
            TAX,         TR, 99000000110
            MERSIS,      TR, 0990000001100001
            LEI,         '', 000000INVENTED000105
            IMO,         '', 9990014
            GSTIN,       IN, 29ZZZCZ9999Z1ZF
            TAX,         VN, 9900000009
            TAX,         RS, 990000019
            TAX,         TH, 0999000000019
            TAX,         CN, 91990000MA0YYYYY13
            VAT,         DE, DE990000019
            VAT,         HR, HR99000000016
            WALLET,      '', 1CioZmx4tYCsdnyW3xk1pp7UGpyHw58Hm2
            WALLET,      '', 3DQpVKSWSSXFixfwB4QcFSUQRMG1WvqVZ5
            WALLET,      '', TMh1ZqKo3GKpny38eEPjLxocBcicBnbFBZ""";

    @ParameterizedTest
    @CsvSource(textBlock = WITH_CHECK_DIGIT)
    void a_number_with_the_right_check_digit_is_valid(IdentifierType type, String country, String value) {
        assertEquals(CheckResult.VALID, check(type, country, value));
    }

    @ParameterizedTest
    @CsvSource(textBlock = WITH_CHECK_DIGIT)
    void changing_the_last_character_to_any_other_is_refused(IdentifierType type, String country, String value) {
        int at = type == IdentifierType.MERSIS ? 10 : value.length() - 1;
        for (char other : alphabet(value.charAt(at))) {
            String changed = value.substring(0, at) + other + value.substring(at + 1);
            boolean same = changed.equals(value);
            assertEquals(same, check(type, country, changed).equals(CheckResult.VALID), changed);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = WITH_CHECK_DIGIT)
    void swapping_two_unlike_neighbours_rarely_goes_unseen(IdentifierType type, String country, String value) {
        int seen = 0;
        int tried = 0;
        for (int at = 0; at + 1 < value.length(); at++) {
            if (value.charAt(at) != value.charAt(at + 1)) {
                String swapped =
                        value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
                tried++;
                seen += check(type, country, swapped).equals(CheckResult.VALID) ? 0 : 1;
            }
        }
        assertTrue(seen * 2 > tried, seen + " of " + tried);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HK_CR,       HK, 9999901
            HK_CR,       HK, 99999
            HK_BRN,      HK, 99999901
            KPP,         RU, 990101001
            INN,         UZ, 399999901
            INN,         KG, 01202202299999
            TAX,         AE, 199999999900003
            CBLS,        AE, 19999901
            LICENCE,     AE, CN-9999901
            CIN,         IN, U99999ZZ2099PTC999999
            PAN,         IN, ZZZCZ9999Z
            REGISTER,    RS, 99999901
            REGISTER,    SG, 209999999Z
            REGISTER,    TR, 999999-5
            SWIFT,       '', ZZZZDE99
            SWIFT,       '', ZZZZDE99XXX
            DUNS,        '', 99-999-9901
            MMSI,        '', 299999901
            VAT,         GR, 999999901
            VAT,         FR, FRXX999999901
            WALLET,      '', 0x00000000000000000000000000000000000000aa""")
    void a_number_without_a_known_check_digit_is_only_checked_for_form(
            IdentifierType type, String country, String value) {
        assertEquals(CheckResult.FORM_ONLY, check(type, country, value));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            USCC,        CN, 91990000MA0IYYYY13
            USCC,        CN, 91990000MA0YYYYY1
            HK_CR,       HK, 99999901
            INN,         RU, 99010000101
            INN,         KG, 03102202299999
            INN,         UZ, 39999990
            KPP,         RU, 99010100
            BIN,         KZ, 991340000027
            TAX,         AE, 99999
            CIN,         IN, 999999999999999999999
            SWIFT,       '', ZZZZ1199
            LEI,         '', 000000INVENTED00010
            IMO,         '', 99900145
            VAT,         FR, 12
            WALLET,      '', nowallet""")
    void a_number_of_another_form_is_refused(IdentifierType type, String country, String value) {
        assertEquals(CheckResult.WRONG_FORM, check(type, country, value));
    }

    @Test
    void the_rule_follows_the_issuing_country_and_not_the_label() {
        Identifier russian = Identifier.of(IdentifierType.INN, "399999901", "RU", "Tax ID/INN");
        Identifier uzbek = Identifier.of(IdentifierType.INN, "399999901", "UZ", "Tax ID/INN");
        assertEquals(CheckResult.WRONG_FORM, russian.check());
        assertEquals(CheckResult.FORM_ONLY, uzbek.check());
    }

    @Test
    void a_number_that_only_one_country_issues_is_refused_for_another() {
        assertEquals(CheckResult.NOT_ISSUED, check(IdentifierType.USCC, "HK", "91990000MA0YYYYY13"));
        assertEquals(CheckResult.NOT_ISSUED, check(IdentifierType.INN, "TR", "9901000010"));
        assertEquals(CheckResult.VALID, check(IdentifierType.USCC, "", "91990000MA0YYYYY13"));
    }

    @Test
    void a_passport_and_any_other_number_has_no_rule() {
        assertEquals(CheckResult.NO_RULE, check(IdentifierType.PASSPORT, "XX", "?"));
        assertEquals(CheckResult.NO_RULE, check(IdentifierType.NATIONAL_ID, "FR", "1"));
        assertEquals(CheckResult.NO_RULE, check(IdentifierType.OTHER, "", "anything at all"));
    }

    @Test
    void spaces_hyphens_full_width_digits_and_case_make_no_difference() {
        assertEquals(CheckResult.VALID, check(IdentifierType.MERSIS, "TR", "0990-0000-0110-0001"));
        assertEquals(CheckResult.VALID, check(IdentifierType.INN, "RU", "９９０１ ００００ １０"));
        assertEquals(CheckResult.VALID, check(IdentifierType.USCC, "CN", "91990000ma0yyyyy13"));
        assertEquals(CheckResult.VALID, check(IdentifierType.IMO, "", "IMO 9990014"));
        assertNotEquals(CheckResult.VALID, check(IdentifierType.WALLET, "", "1CIOZMX4TYCSDNYW3XK1PP7UGPYHW58HM2"));
    }

    private static CheckResult check(IdentifierType type, String country, String value) {
        return Identifier.of(type, value, country, null).check();
    }

    private static char[] alphabet(char like) {
        return (Character.isDigit(like) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ").toCharArray();
    }
}
