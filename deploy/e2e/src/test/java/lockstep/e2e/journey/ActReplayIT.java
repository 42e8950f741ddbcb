package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.e2e.replay.ActReplay;
import lockstep.e2e.replay.ActResult;
import lockstep.e2e.source.AmendingAct;
import org.junit.jupiter.api.Test;

class ActReplayIT {
    @Test
    void an_invented_act_is_published_as_the_packages_of_its_programmes() {
        ActResult result =
                new ActReplay(AmendingAct.sample(), Running.api(), Running.notes("act-replay"), System.out).run();
        assertEquals(10, result.rows().entries());
        assertEquals(0, result.rows().mismatches());
        assertEquals(0, result.rows().errors());
        assertEquals(3, result.packages());
        assertEquals(1, result.amended());
        assertEquals(2, result.otherAnnexes());
    }
}
