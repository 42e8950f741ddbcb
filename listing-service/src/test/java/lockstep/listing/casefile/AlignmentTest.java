package lockstep.listing.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.listing.casefile.Alignment.Known;
import lockstep.listing.casefile.Alignment.Position;
import lockstep.listing.casefile.Alignment.RollUp;
import lockstep.listing.casefile.Alignment.State;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final UUID SUBJECT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private static List<Position> positions(Known... known) {
        return Alignment.of(
                List.of(known),
                List.of(SUBJECT),
                List.of("EU", "US", "UK"),
                programme -> programme.substring(0, programme.indexOf('-')));
    }

    private static Known known(String programme, String kind, String status, Instant at) {
        return new Known(SUBJECT, programme, kind, status, at, UUID.randomUUID());
    }

    private static List<State> states(Known... known) {
        return positions(known).stream().map(Position::state).toList();
    }

    @Test
    void a_jurisdiction_stands_where_the_furthest_of_its_programmes_stands() {
        assertEquals(
                List.of(State.DECIDED_EMBARGOED, State.UNDER_CONSIDERATION, State.NOT_CONSIDERED),
                states(
                        known("EU-833-IV", "ADD", "IN_REVIEW", EARLY),
                        known("EU-269", "ADD", "SCHEDULED", EARLY),
                        known("US-BIS-EL", "ADD", "DRAFT", EARLY)));
    }

    @Test
    void what_was_removed_last_is_delisted_and_what_was_listed_again_is_listed() {
        Known added = known("EU-833-IV", "ADD", "PUBLISHED", EARLY);
        Known removed = known("EU-833-IV", "REMOVE", "PUBLISHED", LATE);
        assertEquals(State.DELISTED, states(added, removed).getFirst());
        assertEquals(
                State.LISTED,
                states(removed, known("EU-833-IV", "ADD", "PUBLISHED", LATE.plusSeconds(1)))
                        .getFirst());
        assertEquals(
                State.LISTED,
                states(added, known("EU-833-IV", "REMOVE", "IN_REVIEW", LATE)).getFirst());
    }

    @Test
    void a_partner_s_proposal_in_outline_is_proposed_and_leads_nowhere() {
        Known outline = new Known(SUBJECT, "US-BIS-EL", "ADD", "SUBMITTED", null, null);
        assertEquals(
                new Position(SUBJECT, "US", "US-BIS-EL", State.PROPOSED, null),
                positions(outline).get(1));
    }

    @Test
    void another_subject_s_proposal_counts_for_the_other_alone() {
        Known other = new Known(OTHER, "EU-833-IV", "ADD", "PUBLISHED", EARLY, null);
        assertEquals(State.NOT_CONSIDERED, states(other).getFirst());
    }

    @Test
    void the_roll_up_counts_those_that_considered_it() {
        Known listed = known("EU-833-IV", "ADD", "PUBLISHED", EARLY);
        assertEquals(RollUp.NONE, Alignment.rollUp(positions()));
        assertEquals(RollUp.NONE, Alignment.rollUp(positions(known("EU-833-IV", "ADD", "IN_REVIEW", EARLY))));
        assertEquals(RollUp.FULL, Alignment.rollUp(positions(listed)));
        assertEquals(RollUp.PARTIAL, Alignment.rollUp(positions(listed, known("US-BIS-EL", "ADD", "REJECTED", EARLY))));
        assertEquals(
                RollUp.DIVERGENT, Alignment.rollUp(positions(listed, known("US-BIS-EL", "REMOVE", "PUBLISHED", LATE))));
    }
}
