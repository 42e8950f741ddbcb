package lockstep.listing.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.listing.proposal.Drafts;
import org.junit.jupiter.api.Test;

/** A package is marked so that nobody reads it who could not read each of its proposals. */
class MarkingsTest {
    private static final Levels LEVELS = Levels.bundled();
    private static final Marking COUNCIL = Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL", "UK-FCDO"));

    @Test
    void the_higher_level_wins_in_either_order() {
        Marking restricted = Marking.releasedTo("EU:RESTREINT_UE", List.of("EU-COUNCIL"));
        assertEquals("EU:RESTREINT_UE", LEVELS.stricter(COUNCIL, restricted).level());
        assertEquals("EU:RESTREINT_UE", LEVELS.stricter(restricted, COUNCIL).level());
        assertEquals(
                "EU:LIMITE",
                LEVELS.stricter(Marking.releasedTo("EU:PUBLIC", List.of()), COUNCIL)
                        .level());
    }

    @Test
    void one_orcon_closes_the_whole() {
        Marking orcon = new Marking("EU:LIMITE", true, List.of("EU-COUNCIL"), Tlp.AMBER, List.of());
        assertEquals(true, LEVELS.stricter(COUNCIL, orcon).orcon());
        assertEquals(true, LEVELS.stricter(orcon, COUNCIL).orcon());
        assertEquals(false, LEVELS.stricter(COUNCIL, COUNCIL).orcon());
    }

    @Test
    void released_only_to_whom_all_are_released() {
        Marking other = Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL", "US-OFAC"));
        assertEquals(List.of("EU-COUNCIL"), LEVELS.stricter(COUNCIL, other).relTo());
        assertEquals(
                List.of(),
                LEVELS.stricter(COUNCIL, Marking.originatorOnly("EU:LIMITE")).relTo());
    }

    @Test
    void the_narrower_tlp_wins_and_its_named_readers_are_those_of_both() {
        Marking red = new Marking("EU:LIMITE", false, List.of("EU-COUNCIL"), Tlp.RED, List.of("anna", "bert"));
        Marking redder = new Marking("EU:LIMITE", false, List.of("EU-COUNCIL"), Tlp.RED, List.of("bert", "carl"));
        assertEquals(Tlp.RED, LEVELS.stricter(COUNCIL, red).tlp());
        assertEquals(List.of("anna", "bert"), LEVELS.stricter(COUNCIL, red).named());
        assertEquals(List.of("bert"), LEVELS.stricter(red, redder).named());
        Marking strict = new Marking("EU:LIMITE", false, List.of("EU-COUNCIL"), Tlp.AMBER_STRICT, List.of());
        assertEquals(Tlp.AMBER_STRICT, LEVELS.stricter(strict, COUNCIL).tlp());
    }

    @Test
    void three_with_no_reader_in_common_have_none() {
        Marking anna = new Marking("EU:LIMITE", false, List.of(), Tlp.RED, List.of("anna"));
        Marking bert = new Marking("EU:LIMITE", false, List.of(), Tlp.RED, List.of("bert"));
        Marking carl = new Marking("EU:LIMITE", false, List.of(), Tlp.RED, List.of("carl"));
        assertEquals(
                List.of(), LEVELS.stricter(LEVELS.stricter(anna, bert), carl).named());
    }

    @Test
    void a_package_takes_the_strictest_of_its_proposals_and_keeps_its_own_without_any() {
        Marking restricted = Marking.releasedTo("EU:RESTREINT_UE", List.of("EU-COUNCIL"));
        assertEquals(
                new Marking("EU:RESTREINT_UE", false, List.of("EU-COUNCIL"), Tlp.AMBER, List.of()),
                Markings.highest(null, List.of(Drafts.draft(COUNCIL), Drafts.draft(restricted))));
        assertEquals(COUNCIL, Markings.highest(COUNCIL, List.of()));
    }
}
