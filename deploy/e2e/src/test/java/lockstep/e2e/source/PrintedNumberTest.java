package lockstep.e2e.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedNumberTest {
    private static List<String> read(String phrase) {
        return PrintedNumber.in(phrase).stream()
                .map(number -> number.value() + "|" + number.label())
                .toList();
    }

    @Test
    void a_number_with_its_label_behind_it() {
        assertEquals(List.of("0099010010|Tax ID/INN"), read("0099010010 (Tax ID/INN)"));
        assertEquals(List.of("0099010010|Tax ID/INN"), read("0099010010(Tax ID/INN)"));
        assertEquals(
                List.of("99000017|United Arab Emirates, Register Number (CBLS)"),
                read("99000017 (United Arab Emirates, Register Number (CBLS))"));
    }

    @Test
    void several_numbers_in_one_phrase_share_it() {
        List<PrintedNumber> numbers = PrintedNumber.in("9900222 (TRN), 99000333 (BRN)");
        assertEquals(List.of("9900222|TRN", "99000333|BRN"), read("9900222 (TRN), 99000333 (BRN)"));
        assertTrue(numbers.stream().allMatch(number -> number.phrase().equals("9900222 (TRN), 99000333 (BRN)")));
    }

    @Test
    void a_label_before_the_number() {
        assertEquals(List.of("9900126|CR No."), read("CR No. 9900126"));
        assertEquals(List.of("9900126|Cr. No."), read("Cr. No. 9900126"));
        assertEquals(List.of("9900126|Cr no:"), read("Cr no: 9900126"));
    }

    @Test
    void a_bare_number_has_no_label_and_is_never_cut() {
        assertEquals(List.of("990123-9|null"), read("990123-9"));
        assertEquals(List.of("UDYAM-ZZ-99-0000001|null"), read("UDYAM-ZZ-99-0000001"));
    }

    @Test
    void only_the_usual_form_is_plain() {
        assertTrue(PrintedNumber.in("9900125 (CR No.)").getFirst().isPlain());
        assertFalse(PrintedNumber.in("9900125(CR No.)").getFirst().isPlain());
        assertFalse(PrintedNumber.in("CR No. 9900125").getFirst().isPlain());
    }
}
