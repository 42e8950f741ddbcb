package lockstep.listing.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.auth.Agencies;
import lockstep.listing.programme.ProgrammesRefused.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {code: AT, agency: AT-REP, name: Austria}                | {code: AT, agency: XX-REP, name: Austria}       | AGENCY_IS_KNOWN
            CHAIR: [EU-PRES]                                         | CHAIR: [EU-NOBODY]                              | AGENCY_IS_KNOWN
            CHAIR: [US-BIS]                                          | CHAIR: []                                       | EVERY_OFFICE_CAN_BE_HELD
            SECRETARIAT: [EU-GSC]                                    | SECRETARIAT: []                                 | EVERY_OFFICE_CAN_BE_HELD
            code: COREPER                                            | code: RELEX                                     | CODES_ARE_UNIQUE
            like: US-OFAC-14024                                      | like: US-OFAC-14025                             | READABLE
            like: COMMON                                             | like: UNCOMMON                                  | READABLE
            consultation: {agencies: [US-OFAC, US-STATE]             | consultation: {agencies: [US-OFAC, US-CIA]      | AGENCY_IS_KNOWN
            notBefore: applicableFrom                                | notBefore: derogations                          | TERM_IS_A_DATE_OF_THE_PROGRAMME
            code: BACKFILLING                                        | code: TRANSHIPMENT                              | CODES_ARE_UNIQUE
            {mode: ANY, count: 1, agencies: [US-BIS,                 | {mode: ANY, count: 5, agencies: [US-BIS,        | ENDORSEMENT_CAN_BE_REACHED
            REVIEWER: [US-BIS, US-STATE, US-DOD, US-DOE, US-TREAS]   | REVIEWER: [US-BIS]                              | ENDORSER_IS_A_REVIEWER
            seats: [COMMERCE, STATE, DEFENSE, ENERGY, TREASURY]      | seats: [COMMERCE, STATE, MINISTRY]              | SEATS_OF_A_ROUND_EXIST
            seats: [COMMERCE, STATE, DEFENSE, ENERGY, TREASURY]      | seats: [TREASURY]                               | SEATS_OF_A_ROUND_EXIST
            seats: [COMMERCE, STATE, DEFENSE, ENERGY, TREASURY]      | seats: []                                       | SEATS_OF_A_ROUND_EXIST
            clock: {from: ACCEPTANCE, maximum: P30D}                 | clock: {from: ACCEPTANCE}                       | A_ROUND_HAS_A_CLOCK
            minimum: PT48H, maximum: P30D                            | maximum: P30D                                   | A_ROUND_HAS_A_CLOCK
            minimum: PT48H, maximum: P30D                            | minimum: PT48H, maximum: P2D                    | CLOCK_HAS_ROOM
            silence: false                                           | silence: true                                   | SILENCE_ONLY_WITH_UNANIMITY
            rules: {ADD: RECORDED,                                   | rules: {ADD: MAJORITY,                          | A_RECORD_NAMES_ITS_ACTS
            escalatesTo: ACEP                                        | escalatesTo: EARB                               | ESCALATION_LEADS_UPWARD
            onlyByEscalation: true                                   | onlyByEscalation: false                         | LAST_STAGE_ADOPTS
            window: P5D                                              | onlyByEscalation: false                         | A_WINDOW_NEEDS_ESCALATION
            adopting: false                                          | adopted: false                                  | READABLE
            zone: Europe/Brussels                                    | zone: Europe/Atlantis                           | READABLE
            authority: End-User Review Committee                     | authorities: End-User Review Committee          | READABLE
            rules: {ADD: MAJORITY, AMEND                             | rules: {ADD: PLURALITY, AMEND                   | READABLE
            window: P5D                                              | window: five days                               | READABLE
            where it was printed, confirmWithin: P5D                 | where it was printed, confirmWithin: P0D        | A_PRINT_CAN_BE_CITED_IN_TIME
            numberExample: RUS3999                                   | numberExample: 3999                             | A_NUMBER_HAS_A_FORM_THAT_CAN_BE_MET
            numberForm: 'RUS[0-9]{4,5}'                              | numberForm: 'RUS[0-9'                           | A_NUMBER_HAS_A_FORM_THAT_CAN_BE_MET
            example: 91 FR 99001                                     | example: 91 Fed. Reg. 99001                     | A_PRINT_CAN_BE_CITED_IN_TIME
            {name: Good Friday, easter: -2}                          | {name: Good Friday, easter: -2, on: '--04-03'}  | READABLE
            standardOfProof: Reasonable cause                        | code: Reasonable cause                          | READABLE""")
    void a_broken_rule_is_named_with_its_line(String kept, String broken, Rule rule) {
        String yaml = ProgrammesYaml.bundled();
        assertTrue(yaml.contains(kept), "the file no longer has: " + kept);
        String changed =
                yaml.substring(0, yaml.indexOf(kept)) + broken + yaml.substring(yaml.indexOf(kept) + kept.length());
        ProgrammesRefused refused =
                assertThrows(ProgrammesRefused.class, () -> Programmes.read(changed, Agencies.bundled()));
        ProgrammesRefused.Fault fault = refused.faults().stream()
                .filter(found -> found.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(refused.getMessage()));
        int edited = ProgrammesYaml.line(yaml, kept);
        assertTrue(Math.abs(fault.line() - edited) <= 20, refused.getMessage() + " but edited line " + edited);
        assertTrue(refused.getMessage().contains("line " + fault.line() + ": " + rule), refused.getMessage());
    }

    @Test
    void data_that_is_like_itself_in_a_circle_is_refused() {
        String yaml = ProgrammesYaml.bundled().replace("template: EU\n  like: COMMON", "template: EU\n  like: EU-269");
        ProgrammesRefused refused =
                assertThrows(ProgrammesRefused.class, () -> Programmes.read(yaml, Agencies.bundled()));
        assertEquals(Rule.READABLE, refused.faults().getFirst().rule());
    }

    @Test
    void the_line_is_exact_where_one_value_is_wrong() {
        String yaml = ProgrammesYaml.bundled().replace("agency: CY-REP", "agency: CYREP");
        ProgrammesRefused refused =
                assertThrows(ProgrammesRefused.class, () -> Programmes.read(yaml, Agencies.bundled()));
        assertEquals(
                List.of(new ProgrammesRefused.Fault(
                        ProgrammesYaml.line(yaml, "agency: CYREP"), Rule.AGENCY_IS_KNOWN, "no agency CYREP")),
                refused.faults());
    }

    @Test
    void all_that_is_broken_is_told_at_once() {
        String yaml = ProgrammesYaml.bundled()
                .replace("agency: CY-REP", "agency: CYREP")
                .replace("window: P5D", "adopting: true")
                .replace("LEGAL: [US-BIS]", "LEGAL: []");
        ProgrammesRefused refused = assertThrows(
                ProgrammesRefused.class,
                () -> Programmes.read(yaml.replace("adopting: true\n      onLapse", "onLapse"), Agencies.bundled()));
        assertEquals(3, refused.faults().size(), refused::getMessage);
    }

    @Test
    void malformed_yaml_is_refused_with_its_line() {
        String yaml = ProgrammesYaml.bundled().replace("  weekend: [SATURDAY, SUNDAY]", "  weekend: [SATURDAY, SUNDAY");
        ProgrammesRefused refused =
                assertThrows(ProgrammesRefused.class, () -> Programmes.read(yaml, Agencies.bundled()));
        assertEquals(Rule.READABLE, refused.faults().getFirst().rule());
        assertTrue(refused.faults().getFirst().line() > 6, refused::getMessage);
    }
}
