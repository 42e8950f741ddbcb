package lockstep.listing.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import lockstep.auth.Agencies;
import org.junit.jupiter.api.Test;

class ProgrammesTest {
    private final Programme eu = Programmes.bundled().find("EU-833-IV").orElseThrow();
    private final Programme us = Programmes.bundled().find("US-BIS-EL").orElseThrow();

    @Test
    void annex_iv_goes_by_silence_twice_and_is_then_recorded_for_every_kind() {
        for (Kind kind : List.of(Kind.ADD, Kind.AMEND, Kind.REMOVE, Kind.RENEW)) {
            assertEquals(
                    List.of("RELEX", "COREPER", "COUNCIL"),
                    eu.way(kind).stream().map(Stage::code).toList());
        }
        assertEquals(DecisionRule.UNANIMITY, eu.stage("RELEX").rule(Kind.ADD));
        assertEquals(DecisionRule.UNANIMITY, eu.stage("COREPER").rule(Kind.REMOVE));
        assertTrue(eu.stage("RELEX").silenceAllowed() && eu.stage("COREPER").silenceAllowed());
        assertEquals(new Span("PT48H"), eu.stage("RELEX").clock().minimum());
        assertEquals(new Span("PT24H"), eu.stage("COREPER").clock().minimum());
        assertFalse(eu.kinds().contains(Kind.CONFIRM));
    }

    @Test
    void the_council_adopts_by_two_acts_and_never_by_silence() {
        Stage council = eu.stage("COUNCIL");
        assertTrue(council.recorded() && council.adopting() && !council.silenceAllowed());
        assertEquals(List.of(), eu.electorate(council, Set.of()));
        assertEquals(
                List.of("CFSP_DECISION", "REGULATION"),
                council.instruments().stream().map(Instrument::code).toList());
        Instrument decision = council.instrument("CFSP_DECISION").orElseThrow();
        Instrument regulation = council.instrument("REGULATION").orElseThrow();
        assertTrue(decision.accepts("(CFSP) 2099/1847") && decision.accepts("2014/999/CFSP"));
        assertTrue(regulation.accepts("(EU) 2099/1848") && regulation.accepts("(EU) No 999/2014"));
        assertFalse(decision.accepts("(EU) 2099/1848") || regulation.accepts("2099") || regulation.accepts(null));
    }

    @Test
    void all_twenty_seven_vote_in_both_groups() {
        assertEquals(27, eu.electorate(eu.stage("RELEX"), Set.of()).size());
        assertEquals(27, eu.electorate(eu.stage("COREPER"), Set.of()).size());
        assertEquals("EL-REP", eu.seat("EL").orElseThrow().agency());
    }

    @Test
    void the_commission_and_the_external_action_service_propose_jointly() {
        Endorsement both = eu.endorsement();
        assertEquals(List.of("EU-COM"), both.candidates("EU-EEAS"));
        assertTrue(both.enough("EU-EEAS", Set.of("EU-COM")));
        assertTrue(both.enough("EU-COM", Set.of("EU-EEAS")));
        assertFalse(both.enough("EU-COM", Set.of("EU-COM", "FR-REP")));
        assertFalse(both.enough("FR-REP", Set.of("EU-COM")));
        assertTrue(both.enough("FR-REP", Set.of("EU-COM", "EU-EEAS")));
        assertFalse(both.eligible("EU-COM", "EU-COM"));
    }

    @Test
    void one_other_agency_of_the_committee_endorses_an_entity_list_proposal() {
        assertTrue(us.endorsement().enough("US-BIS", Set.of("US-STATE")));
        assertFalse(us.endorsement().enough("US-BIS", Set.of("US-BIS", "US-OFAC")));
        assertEquals(1, us.endorsement().outstanding("US-STATE", List.of()));
        assertFalse(us.openTo("US-OFAC"));
    }

    @Test
    void a_majority_adds_to_the_entity_list_and_only_all_together_remove_or_modify() {
        Stage committee = us.firstStage(Kind.ADD);
        assertEquals("ERC", committee.code());
        assertEquals(DecisionRule.MAJORITY, committee.rule(Kind.ADD));
        assertEquals(DecisionRule.UNANIMITY, committee.rule(Kind.REMOVE));
        assertEquals(DecisionRule.UNANIMITY, committee.rule(Kind.AMEND));
        assertFalse(us.together(Set.of(Kind.ADD, Kind.REMOVE)));
        assertTrue(us.together(Set.of(Kind.AMEND, Kind.REMOVE)));
        assertTrue(eu.together(Set.of(Kind.ADD, Kind.REMOVE)));
    }

    @Test
    void the_higher_committee_is_reached_only_by_escalation() {
        Stage committee = us.stage("ERC");
        assertEquals("ACEP", committee.escalatesTo());
        assertEquals(new Span("P5D"), committee.window());
        assertTrue(committee.adopting());
        assertTrue(us.nextStage(committee, Kind.ADD).isEmpty());
        assertTrue(us.stage("ACEP").onlyByEscalation());
        assertTrue(us.nextStage(us.stage("ACEP"), Kind.ADD).isEmpty());
    }

    @Test
    void treasury_votes_only_where_the_chair_includes_it() {
        Stage committee = us.stage("ERC");
        assertEquals(4, us.electorate(committee, Set.of()).size());
        assertEquals(5, us.electorate(committee, Set.of("TREASURY")).size());
    }

    @Test
    void the_next_stage_follows_in_order_and_the_last_has_none() {
        assertEquals(
                "COREPER",
                eu.nextStage(eu.stage("RELEX"), Kind.ADD).orElseThrow().code());
        assertEquals(
                "COUNCIL",
                eu.nextStage(eu.stage("COREPER"), Kind.ADD).orElseThrow().code());
        assertTrue(eu.nextStage(eu.stage("COUNCIL"), Kind.ADD).isEmpty());
    }

    @Test
    void offices_are_open_to_the_agencies_that_hold_them_and_to_no_other() {
        assertTrue(eu.eligible(Office.SECRETARIAT, "EU-GSC"));
        assertFalse(eu.eligible(Office.LEGAL, "EU-COM"));
        assertTrue(us.eligible(Office.REVIEWER, "US-STATE"));
        assertFalse(us.eligible(Office.SECRETARIAT, "US-BIS"));
        assertEquals(Separation.OFFICE, us.legalDiffers());
    }

    @Test
    void each_ground_says_what_its_file_must_show() {
        for (Programme programme : List.of(eu, us)) {
            assertTrue(programme.grounds().stream()
                    .noneMatch(ground -> ground.evidence().isEmpty()));
            assertEquals(
                    List.of("ORIGIN", "BANNED_ON_DATE", "CHAIN", "CONSIGNEE"),
                    programme.ground("TRANSHIPMENT").orElseThrow().evidence().stream()
                            .map(Ground.Evidence::code)
                            .toList());
        }
    }

    @Test
    void what_has_no_source_yet_says_so() {
        for (Programme programme : List.of(eu, us)) {
            assertTrue(programme.criteria().stream()
                    .filter(Criterion::toBeConfirmed)
                    .allMatch(criterion -> criterion.reference().contains("to be confirmed")));
        }
    }

    @Test
    void a_version_is_the_data_and_not_its_comments() {
        String yaml = ProgrammesYaml.bundled();
        String commented = yaml.replace("  stages:", "  # a remark\n  stages:");
        String changed = yaml.replace("minimum: PT48H", "minimum: PT72H");
        assertEquals(eu.version(), version(commented));
        assertNotEquals(eu.version(), version(changed));
        assertTrue(eu.version().matches("[0-9a-f]{64}"));
        assertNotEquals(eu.version(), us.version());
    }

    private static String version(String yaml) {
        return Programmes.read(yaml, Agencies.bundled())
                .find("EU-833-IV")
                .orElseThrow()
                .version();
    }
}
