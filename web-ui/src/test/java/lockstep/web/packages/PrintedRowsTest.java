package lockstep.web.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A print is taken apart at the numbers of its entries, wherever the authority breaks its lines. */
class PrintedRowsTest {

    @Test
    void a_row_begins_where_a_line_begins_with_its_number() {
        assertEquals(
                Map.of("92", "92.\tHarbour Ltd\n922 Quay Road", "923", "923. Vale Ltd"),
                PrintedRows.of(
                        "\uFEFFANNEX\r\n92.\tHarbour Ltd\r\n922 Quay Road\r\n923. Vale Ltd\r\n", Set.of("92", "923")));
    }

    @Test
    void a_number_that_stands_again_belongs_to_the_row_that_it_stands_in() {
        assertEquals(
                Map.of("7", "7. Seven Ltd\n7 Lantern Road", "8", "8. Eight Ltd"),
                PrintedRows.of("7. Seven Ltd\n7 Lantern Road\n8. Eight Ltd", Set.of("7", "8")));
    }

    @Test
    void a_table_of_number_and_text_is_read_with_either_separator() {
        Map<String, String> rows = Map.of("RUS1001", "Vale, Ltd\nKowloon", "RUS1002", "Quay");
        assertEquals(
                rows,
                PrintedRows.of(
                        "number,text\nRUS1001,\"Vale, Ltd\nKowloon\"\nRUS1002,Quay\n", Set.of("RUS1001", "RUS1002")));
        assertEquals(
                rows,
                PrintedRows.of(
                        "number;text\nRUS1001;\"Vale, Ltd\nKowloon\"\nRUS1002;Quay\n", Set.of("RUS1001", "RUS1002")));
    }

    @Test
    void what_is_no_table_is_read_line_by_line() {
        assertEquals(
                Map.of("7", "7. \"Seven, Ltd, of Kowloon", "8", "8. Eight, Ltd"),
                PrintedRows.of("7. \"Seven, Ltd, of Kowloon\n8. Eight, Ltd", Set.of("7", "8")));
        assertEquals(Map.of(), PrintedRows.of("", Set.of("7")));
    }
}
