package lockstep.listing.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lockstep.listing.listing.Comparison.Run;
import lockstep.listing.listing.Comparison.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two typesettings of one text agree; a digit, a diacritic, a word more or less is a difference, and shown. */
class ComparisonTest {
    private static final Listing.Output ROW = new Listing.Output("OJ_ANNEX_IV_ROW", "en", Map.of(), """
            922. Yıldız “Çip” Ltd – Şube
            Local name: 子午谷元件有限公司
            Address: Unit 7C, 12 Lantern Rd, Kowloon; A'dam-Zuid
            Registration number: 9820417
            Date of listing: 20.7.2026
            """, "");

    private static Comparison with(String printed) {
        return Comparison.of(ROW, printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // without the column's head, in one line
                "922. Yıldız “Çip” Ltd – Şube Local name: 子午谷元件有限公司 Address: Unit 7C, 12 Lantern Rd, Kowloon; A'dam-Zuid"
                        + " Registration number: 9820417 20.7.2026",
                // with it; columns by tabulator, non-breaking spaces, Windows line ends
                "922.\tYıldız “Çip” Ltd – Şube\r\nLocal name:\u00A0子午谷元件有限公司\r\nAddress: Unit 7C, 12 Lantern\u202FRd, Kowloon;"
                        + " A'dam-Zuid\r\nRegistration number: 9820417\r\nDate of listing: 20.7.2026",
                // a name that is broken over two lines, marks that nobody sees
                "922. Yıldız “Çip” Ltd – Şube Local name: 子午谷元件\n有限公司 Address: Unit 7C, 12 Lan\u00ADtern Rd, Kow\u200Bloon; A'dam-Zuid"
                        + " Registration number: \u200E9820417 20.7.2026\uFEFF",
                // other quotation marks, dashes and apostrophes
                "922. Yıldız \"Çip\" Ltd — Şube Local name: 子午谷元件有限公司 Address: Unit 7C, 12 Lantern Rd, Kowloon; A’dam‑Zuid"
                        + " Registration number: 9820417 20.7.2026",
                "922. Yıldız « Çip » Ltd - Şube Local name: 子午谷元件有限公司 Address: Unit 7C, 12 Lantern Rd, Kowloon; Aʼdam−Zuid"
                        + " Registration number: 9820417 20.7.2026",
                // letters composed of letter and mark
                "922. Yıldız “C\u0327ip” Ltd – S\u0327ube Local name: 子午谷元件有限公司 Address: Unit 7C, 12 Lantern Rd, Kowloon; A'dam-Zuid"
                        + " Registration number: 9820417 20.7.2026"
            })
    void another_typesetting_agrees(String printed) {
        assertEquals(List.of(), with(printed).difference());
        assertTrue(with(printed).agrees());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9820417>9820411",
                "9820417>982 0417",
                "Yıldız>Yildiz",
                "Şube>Sube",
                "Çip>çip",
                "谷>穀",
                "Kowloon;>Kowloon,",
                "20.7.2026>20.07.2026",
                "922.>922",
                "Ltd>Ltd Ltd",
                "Unit 7C, >"
            })
    void everything_else_is_a_difference(String change) {
        String[] sides = change.split(">", -1);
        Comparison compared = with(ROW.text().replace(sides[0], sides[1]));
        assertFalse(compared.agrees(), change);
        assertFalse(compared.difference().isEmpty(), change);
    }

    @Test
    void the_difference_is_shown_to_the_letter_and_both_texts_can_be_read_from_it() {
        String printed = ROW.text().replace("9820417", "9820411").replace("Lantern Rd", "Lantern Street");
        List<Run> runs = with(printed).difference();
        assertTrue(
                runs.contains(new Run(Side.RELEASED, "7")) && runs.contains(new Run(Side.PRINTED, "1")),
                runs::toString);
        assertEquals(ReadPrint.of(printed), read(runs, Side.PRINTED));
        assertEquals(ReadPrint.of(ROW.text()), read(runs, Side.RELEASED));
    }

    private static String read(List<Run> runs, Side which) {
        StringBuilder text = new StringBuilder();
        runs.stream()
                .filter(run -> run.side() == Side.BOTH || run.side() == which)
                .forEach(run -> text.append(run.text()));
        return text.toString();
    }

    @Test
    void the_heads_of_columns_may_be_left_out_where_a_row_names_them_all() {
        Map<String, List<String>> columns =
                Map.of("Number", List.of("7"), "Name", List.of("Name: Ltd"), "Program", List.of("X"));
        Listing.Output tabled =
                new Listing.Output("SDN_ROW", "en", columns, "Number: 7\nName: Name: Ltd\nProgram: X\n", "");
        assertTrue(Comparison.of(tabled, "7 Name: Ltd X").agrees());
        assertTrue(Comparison.of(tabled, "Number: 7 Name: Name: Ltd Program: X").agrees());
        assertFalse(Comparison.of(tabled, "7 Ltd X").agrees());
    }

    @Test
    void a_difference_is_held_against_the_reading_that_is_nearer() {
        Listing.Output tabled = new Listing.Output(
                "SDN_ROW", "en", Map.of("Number", List.of("7"), "Name", List.of("Ltd")), "Number: 7\nName: Ltd\n", "");
        assertEquals(
                List.of(new Run(Side.BOTH, "7 "), new Run(Side.RELEASED, "Ltd"), new Run(Side.PRINTED, "Inc")),
                Comparison.of(tabled, "7 Inc").difference());
        assertEquals(
                new Run(Side.BOTH, "Number: 7 Name: "),
                Comparison.of(tabled, "Number: 7 Name: Inc").difference().getFirst());
    }

    @Test
    void an_endless_word_is_not_compared_to_the_letter() {
        Listing.Output row = new Listing.Output("SDN_ROW", "en", Map.of(), "x".repeat(5000) + "y", "");
        assertEquals(
                List.of(Side.RELEASED, Side.PRINTED),
                Comparison.of(row, "x".repeat(5000) + "z").difference().stream()
                        .map(Run::side)
                        .toList());
    }

    @Test
    void a_wrong_page_pasted_whole_is_answered_at_once() {
        assertFalse(with("word ".repeat(4000)).agrees());
        assertFalse(with("x".repeat(20_000)).agrees());
    }
}
