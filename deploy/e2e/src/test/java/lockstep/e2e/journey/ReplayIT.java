package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.e2e.replay.Replay;
import lockstep.e2e.replay.ReplayResult;
import lockstep.e2e.source.SourceList;
import org.junit.jupiter.api.Test;

class ReplayIT {
    @Test
    void every_entry_of_the_sample_is_published_as_its_source_prints_it() {
        ReplayResult result = new Replay(SourceList.sample(), Running.api(), Running.notes("replay"), System.out).run();
        assertEquals(25, result.entries());
        assertEquals(0, result.mismatches());
        assertEquals(0, result.errors());
    }
}
