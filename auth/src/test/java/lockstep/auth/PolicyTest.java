package lockstep.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may read what: each condition refuses by itself, and without a release nothing is shown. */
class PolicyTest {
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final Levels LEVELS = Levels.bundled();
    private static final Marking TO_EU = Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL"));
    private static final Facts OPEN = new Facts("EU-EEAS", true, true, false, false, true);

    private static Reader reader(String agency) {
        return Reader.of("person", AGENCIES.find(agency).orElseThrow(), Clearance.RESTRICTED, AGENCIES, LEVELS);
    }

    private static Reader uncleared(String agency) {
        return Reader.of("person", AGENCIES.find(agency).orElseThrow(), Clearance.NONE, AGENCIES, LEVELS);
    }

    private static Marking marked(String level, boolean orcon, Tlp tlp, String... relTo) {
        return new Marking(level, orcon, List.of(relTo), tlp, List.of());
    }

    record Situation(Verdict expected, Reader reader, Marking marking, Facts facts) {}

    static Stream<Situation> situations() {
        Reader fr = reader("FR-REP");
        Marking secret = Marking.releasedTo("EU:RESTREINT_UE", List.of("EU-COUNCIL"));
        return Stream.of(
                new Situation(Verdict.VISIBLE, fr, TO_EU, OPEN),
                new Situation(Verdict.NO_PART_IN_CASE, fr, TO_EU, new Facts("EU-EEAS", false, true, true, false, true)),
                new Situation(Verdict.RECUSED, fr, TO_EU, new Facts("EU-EEAS", true, true, true, true, true)),
                new Situation(Verdict.ORIGINATOR_LEFT, fr, TO_EU, new Facts("EU-EEAS", true, true, true, false, false)),
                new Situation(Verdict.NOT_IN_AUDIENCE, fr, TO_EU, new Facts("EU-EEAS", true, false, true, false, true)),
                new Situation(Verdict.CLEARANCE_TOO_LOW, uncleared("FR-REP"), secret, OPEN),
                new Situation(Verdict.VISIBLE, fr, secret, OPEN),
                new Situation(Verdict.CLEARANCE_TOO_LOW, fr, marked("EU:SECRET_UE", false, Tlp.AMBER, "EU27"), OPEN),
                new Situation(Verdict.NOT_RELEASED_TO, reader("US-BIS"), TO_EU, OPEN),
                new Situation(Verdict.NOT_RELEASED_TO, fr, Marking.originatorOnly("EU:LIMITE"), OPEN),
                new Situation(Verdict.TLP_AUDIENCE, fr, marked("EU:LIMITE", false, Tlp.RED, "EU-COUNCIL"), OPEN),
                new Situation(
                        Verdict.ORCON_WITHOUT_RELEASE, fr, marked("EU:LIMITE", true, Tlp.AMBER, "EU-COUNCIL"), OPEN),
                new Situation(
                        Verdict.VISIBLE,
                        fr,
                        marked("EU:LIMITE", true, Tlp.AMBER, "EU-COUNCIL"),
                        new Facts("EU-EEAS", true, true, true, false, true)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void each_condition_decides_by_itself(Situation situation) {
        assertEquals(situation.expected(), Policy.mayRead(situation.reader(), situation.marking(), situation.facts()));
    }

    @Test
    void every_verdict_is_tried() {
        EnumSet<Verdict> tried = EnumSet.noneOf(Verdict.class);
        situations().forEach(situation -> tried.add(situation.expected()));
        assertEquals(EnumSet.allOf(Verdict.class), tried);
    }

    @Test
    void nothing_known_means_nothing_shown() {
        Facts none = new Facts("EU-EEAS", false, false, false, false, false);
        Reader nobody = new Reader("", "", Set.of(), Set.of(), Set.of());
        for (Tlp tlp : Tlp.values()) {
            assertFalse(Policy.mayRead(nobody, marked("EU:PUBLIC", false, tlp, "EU27"), OPEN)
                    .visible());
            assertFalse(Policy.mayRead(reader("FR-REP"), marked("EU:PUBLIC", false, tlp, "EU27"), none)
                    .visible());
        }
    }

    @Test
    void the_originator_needs_no_release_but_is_bound_by_the_rest() {
        Marking own = marked("EU:LIMITE", true, Tlp.AMBER_STRICT);
        assertEquals(Verdict.VISIBLE, Policy.mayRead(reader("EU-EEAS"), own, OPEN));
        Facts recused = new Facts("EU-EEAS", true, true, false, true, true);
        assertEquals(Verdict.RECUSED, Policy.mayRead(reader("EU-EEAS"), own, recused));
        Marking red = marked("EU:LIMITE", false, Tlp.RED);
        assertEquals(Verdict.TLP_AUDIENCE, Policy.mayRead(reader("EU-EEAS"), red, OPEN));
    }

    @Test
    void a_release_opens_what_the_marking_names_nobody_for_and_nothing_else() {
        Facts released = new Facts("EU-EEAS", true, true, true, false, true);
        for (Tlp tlp : List.of(Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR)) {
            assertEquals(
                    Verdict.VISIBLE,
                    Policy.mayRead(reader("US-BIS"), marked("EU:LIMITE", true, tlp), released),
                    tlp.name());
        }
        assertEquals(
                Verdict.TLP_AUDIENCE, Policy.mayRead(reader("US-BIS"), marked("EU:LIMITE", false, Tlp.RED), released));
        assertEquals(
                Verdict.CLEARANCE_TOO_LOW,
                Policy.mayRead(uncleared("US-BIS"), marked("EU:RESTREINT_UE", false, Tlp.AMBER), released));
    }

    @Test
    void tlp_red_reaches_the_named_person_alone() {
        Marking named = new Marking("EU:LIMITE", false, List.of("EU-COUNCIL"), Tlp.RED, List.of("person"));
        assertEquals(Verdict.VISIBLE, Policy.mayRead(reader("FR-REP"), named, OPEN));
    }

    @Test
    void a_release_names_an_agency_a_country_or_a_group() {
        for (String name : List.of("FR-REP", "FR", "EU27", "G7PLUS")) {
            Marking marking = Marking.releasedTo("EU:LIMITE", List.of("US-DOJ", name));
            assertEquals(Verdict.VISIBLE, Policy.mayRead(reader("FR-REP"), marking, OPEN), name);
        }
    }

    @Test
    void amber_reaches_an_attached_agency_and_amber_strict_does_not() {
        Facts commerce = new Facts("US-BIS", true, true, false, false, true);
        Marking amber = marked("US:CUI", false, Tlp.AMBER, "US-TREAS");
        Marking strict = marked("US:CUI", false, Tlp.AMBER_STRICT, "US-TREAS");
        assertEquals(Verdict.VISIBLE, Policy.mayRead(reader("US-OFAC"), amber, commerce));
        assertEquals(Verdict.TLP_AUDIENCE, Policy.mayRead(reader("US-OFAC"), strict, commerce));
        assertEquals(Verdict.VISIBLE, Policy.mayRead(reader("US-TREAS"), strict, commerce));
    }
}
