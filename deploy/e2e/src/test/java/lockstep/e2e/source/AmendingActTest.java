package lockstep.e2e.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendingActTest {
    private static final Path REAL = Path.of("eu-official-journal", "amendments", "32026R1848.csv");

    @TempDir
    Path folder;

    private static Path copied(String name, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream text = AmendingActTest.class.getResourceAsStream(name)) {
            Files.copy(text, to);
        }
        return to;
    }

    @Test
    void an_act_is_read_by_annex_and_what_belongs_to_no_programme_is_counted() {
        AmendingAct act = AmendingAct.sample();
        assertEquals(LocalDate.of(2026, 9, 8), act.date());
        assertEquals(9901, act.number());
        assertEquals(6, act.addedExports().size());
        assertEquals(3, act.addedTransactions().size());
        assertEquals(Map.of("XIV", 2, "XLII", 1), act.others());
    }

    @Test
    void an_entry_listed_before_the_act_is_an_amended_one_with_its_former_text() {
        AmendingAct.Amended amended = AmendingAct.sample().amended().getFirst();
        assertEquals("901", amended.now().number());
        assertEquals("901", amended.former().number());
        assertEquals(LocalDate.of(2025, 5, 12), amended.now().listed());
        assertFalse(amended.former().phones().equals(amended.now().phones()));
    }

    @Test
    void a_row_of_annex_xlv_has_the_acts_date_beside_its_own_and_its_place_for_a_number() {
        SourceRow bank = AmendingAct.sample().addedTransactions().get(1);
        assertEquals("2", bank.reference());
        assertFalse(bank.numbered());
        assertEquals(Optional.of("A"), bank.part());
        assertEquals(LocalDate.of(2026, 9, 8), bank.listed());
        assertEquals(Optional.of(LocalDate.of(2026, 10, 8)), bank.applicable());
    }

    @Test
    void names_alone_are_described_with_a_stand_in_and_a_bic_tells_its_country() {
        List<SubjectText> banks = AmendingAct.sample().addedTransactions().stream()
                .map(Transcription::of)
                .toList();
        assertEquals(
                List.of("KG", "AQ", "AQ"),
                banks.stream().map(SubjectText::country).toList());
        assertEquals("QQQQKG22", banks.getFirst().identifiers().getFirst().value());
        assertEquals(List.of(), banks.getFirst().addresses());
        assertTrue(banks.getLast().addresses().getFirst().asPrinted().contains("stands in"));
    }

    @Test
    void the_kind_of_a_file_is_told_by_its_columns_and_a_missing_former_text_is_named() throws IOException {
        Path act = copied("act.csv", folder.resolve("amendments/act.csv"));
        Path list = copied("act-former.csv", folder.resolve("lists/32014R0833.csv"));
        assertTrue(AmendingAct.isIn(act));
        assertFalse(AmendingAct.isIn(list));
        String message = assertThrows(IllegalArgumentException.class, () -> AmendingAct.in(act))
                .getMessage();
        assertTrue(message.contains("entry 901"), message);
        copied("act-former.csv", folder.resolve("consolidated/32014R0833.csv"));
        assertEquals(AmendingAct.sample(), AmendingAct.in(act));
    }

    @Test
    void the_real_act_of_july_2026_has_nine_annexes_of_which_two_are_replayed() {
        String given = System.getProperty("lockstep.shared.data");
        Path real = (given == null ? Checkout.find().root().resolve("../shared/data") : Path.of(given))
                .resolve(REAL)
                .normalize();
        if (!Files.isReadable(real)) {
            System.out.println(
                    "!! ran WITHOUT the real act: no " + REAL + " in lockstep.shared.data or ../shared/data");
            return;
        }
        AmendingAct act = AmendingAct.in(real);
        assertEquals(LocalDate.of(2026, 7, 24), act.date());
        assertEquals(51, act.addedExports().size());
        assertEquals("581", act.amended().getFirst().now().number());
        assertEquals(1, act.amended().size());
        assertEquals(17, act.addedTransactions().size());
        assertEquals(69, act.entries());
        assertEquals(7, act.others().size());
        act.added()
                .forEach(row -> assertEquals(2, Transcription.of(row).country().length()));
    }
}
