package lockstep.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void a_run_taken_up_again_knows_what_was_acknowledged_and_sends_the_same_keys() {
        Ledger first = Ledger.in(folder.resolve("run.jsonl"));
        first.acknowledge("row/1/case", "c1");
        Ledger again = Ledger.in(folder.resolve("run.jsonl"));
        assertEquals(Optional.of("c1"), again.id("row/1/case"));
        assertEquals(Optional.empty(), again.id("row/2/case"));
        assertEquals(first.key("row/2/case"), again.key("row/2/case"));
    }

    @Test
    void another_run_or_step_has_other_keys() {
        Ledger one = Ledger.in(folder.resolve("one.jsonl"));
        Ledger two = Ledger.in(folder.resolve("two.jsonl"));
        assertNotEquals(one.key("row/1/case"), two.key("row/1/case"));
        assertNotEquals(one.key("row/1/case"), one.key("row/1/subject"));
    }
}
