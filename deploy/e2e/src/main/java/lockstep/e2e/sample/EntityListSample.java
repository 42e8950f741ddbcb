package lockstep.e2e.sample;

import java.util.List;
import lockstep.e2e.replay.Officials;

/** The Entity List: one row published, one proposal under an open majority vote. */
final class EntityListSample {
    private static final Officials OFFICIALS = Officials.ENTITY_LIST;
    private final SampleWay way;

    EntityListSample(SampleWay way) {
        this.way = way;
    }

    void load() {
        way.act(OFFICIALS, List.of(way.ready(OFFICIALS, 14))).run();
        way.act(OFFICIALS, List.of(way.ready(OFFICIALS, 22))).beginRound(List.of("bis-voter"));
    }
}
