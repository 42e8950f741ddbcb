package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import lockstep.evidence.integrity.Integrity;
import lockstep.evidence.scan.Scan;
import lockstep.evidence.scan.ScanState;
import org.junit.jupiter.api.Test;

/** The same bytes are kept once: when they were first looked at would tell that they had come before. */
class ToldSinceTest {
    private static final Instant LOOKED = Instant.parse("2026-11-29T10:00:00Z");

    private final Scan scan = new Scan(ScanState.CLEAN, "", null, "ClamAV", LOOKED, null, true);
    private final Integrity integrity = new Integrity(LOOKED, null, null);

    @Test
    void what_was_looked_at_before_an_exhibit_came_is_told_without_the_time() {
        Scan told = scan.since(LOOKED.plusSeconds(1));
        assertNull(told.at());
        assertEquals(ScanState.CLEAN, told.state());
        assertNull(integrity.since(LOOKED.plusSeconds(1)).verifiedAt());
    }

    @Test
    void what_was_looked_at_afterwards_is_told_with_it() {
        assertEquals(scan, scan.since(LOOKED));
        assertEquals(integrity, integrity.since(LOOKED.minusSeconds(1)));
    }
}
