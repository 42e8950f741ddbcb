package lockstep.e2e.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void an_empty_cell_holds_nothing() {
        assertEquals(List.of(), Cell.values(""));
    }

    @Test
    void values_are_split_at_semicolons_and_stripped() {
        assertEquals(List.of("Velkatron", "AO Velkatron"), Cell.values("Velkatron;  AO Velkatron "));
    }

    @Test
    void a_quoted_value_keeps_its_semicolon_and_its_quotation_marks() {
        assertEquals(
                List.of("JSC \"Works; Tarnovel\"", "“ Works", "”Sorvenik“"),
                Cell.values("\"JSC \"\"Works; Tarnovel\"\"\"; “ Works; ”Sorvenik“"));
    }
}
