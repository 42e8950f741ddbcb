package lockstep.web.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import lockstep.web.services.AppointmentView;
import lockstep.web.services.AppointmentView.Covers;
import org.junit.jupiter.api.Test;

/** No page of the history leads to a list of shares that its reader would be refused. */
class CoveredSharesTest {
    private static AppointmentView covering(Covers covers) {
        return new AppointmentView(
                "1", "CONFIRMED", "s", "a", "EU-GSC", "EU-269", null, "auditor", false, null, null, null, covers, null);
    }

    @Test
    void whoever_audits_programmes_alone_is_shown_no_shares() {
        assertNull(HistoryResource.shares(List.of()));
        assertNull(
                HistoryResource.shares(List.of(covering(null), covering(new Covers(List.of(), List.of("EU-833-IV"))))));
    }

    @Test
    void whoever_audits_agencies_is_led_to_the_shares_of_one() {
        assertEquals(
                "/shares?agency=EU-COM",
                HistoryResource.shares(List.of(
                        covering(new Covers(List.of("EU-EEAS"), List.of())),
                        covering(new Covers(List.of("EU-COM"), List.of())))));
    }
}
