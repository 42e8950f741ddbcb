package lockstep.listing.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.listing.subject.FieldProblem;
import lockstep.listing.subject.FieldProblem.Reason;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Programme eu = Programmes.bundled().find("EU-833-IV").orElseThrow();
    private final Programme us = Programmes.bundled().find("US-BIS-EL").orElseThrow();

    @Test
    void each_value_is_checked_by_its_fields_type() {
        assertEquals(
                List.of(), Terms.problems(eu, Map.of("windDownUntil", "2026-12-31", "derogations", "Article 2(3)")));
        assertEquals(
                List.of(new FieldProblem("/terms/windDownUntil", Reason.MALFORMED_DATE)),
                Terms.problems(eu, Map.of("windDownUntil", "31.12.2026")));
        assertEquals(
                List.of(new FieldProblem("/terms/footnote", Reason.NOT_AMONG_CHOICES)),
                Terms.problems(us, Map.of("footnote", "9")));
    }

    @Test
    void a_wind_down_does_not_end_before_the_ban_applies() {
        Programme banks = Programmes.bundled().find("EU-833-XLV").orElseThrow();
        for (Programme its : List.of(eu, banks)) {
            assertEquals(
                    List.of(new FieldProblem("/terms/windDownUntil", Reason.ENDS_BEFORE_IT_BEGINS)),
                    Terms.problems(its, Map.of("applicableFrom", "2026-12-15", "windDownUntil", "2026-12-14")));
            assertEquals(
                    List.of(),
                    Terms.problems(its, Map.of("applicableFrom", "2026-12-15", "windDownUntil", "2026-12-15")));
            assertEquals(
                    List.of(new FieldProblem("/terms/applicableFrom", Reason.MALFORMED_DATE)),
                    Terms.problems(its, Map.of("applicableFrom", "soon", "windDownUntil", "2026-12-14")));
        }
    }

    @Test
    void who_gave_what_is_not_allowed_is_told_what_is() {
        Programme banks = Programmes.bundled().find("EU-833-XLV").orElseThrow();
        assertEquals("A date as YYYY-MM-DD.", told(banks, Map.of("windDownUntil", "31.12.2026")));
        assertEquals("One of: A; B; C; D.", told(banks, Map.of("part", "E")));
        assertEquals("At most 4000 characters.", told(banks, Map.of("derogations", "x".repeat(4001))));
        assertEquals(
                "Not before applicableFrom.",
                told(banks, Map.of("applicableFrom", "2026-12-15", "windDownUntil", "2026-12-14")));
        assertEquals(
                "It has: part; applicableFrom; windDownUntil; derogations.", told(banks, Map.of("savingsClause", "1")));
    }

    @Test
    void what_a_term_takes_one_of_is_told_as_values_too() {
        Programme banks = Programmes.bundled().find("EU-833-XLV").orElseThrow();
        assertEquals(List.of("A", "B", "C", "D"), choices(banks, Map.of("part", "E")));
        assertEquals(List.of(), choices(banks, Map.of("windDownUntil", "31.12.2026")));
    }

    private static List<String> choices(Programme programme, Map<String, String> values) {
        return Terms.choices(programme, Terms.problems(programme, values).getFirst());
    }

    private static String told(Programme programme, Map<String, String> values) {
        return Terms.allowed(programme, Terms.problems(programme, values).getFirst());
    }

    @Test
    void a_term_of_another_programme_is_refused() {
        assertEquals(
                List.of(new FieldProblem("/terms/a~1b~0", Reason.UNKNOWN_TERM)),
                Terms.problems(eu, Map.of("a/b~", "1")));
    }

    @Test
    void a_blank_value_is_no_value() {
        assertEquals(
                List.of(new FieldProblem("/terms/derogations", Reason.MISSING)),
                Terms.problems(eu, new TreeMap<>(Map.of("derogations", " "))));
    }

    @Test
    void the_entity_list_needs_a_requirement_and_a_review_policy() {
        assertEquals(
                List.of("/terms/licenseRequirement", "/terms/licenseReviewPolicy"),
                Terms.missing(us, Map.of()).stream().map(FieldProblem::pointer).toList());
        assertEquals(
                List.of(),
                Terms.missing(us, Map.of("licenseRequirement", "All items", "licenseReviewPolicy", "Denial")));
        assertEquals(List.of(), Terms.missing(eu, Map.of()));
    }
}
