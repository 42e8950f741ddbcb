package lockstep.evidence.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.auth.Tokens;
import lockstep.evidence.transfer.PersonalData;
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.MarkingInput;
import org.junit.jupiter.api.Test;

/** Every wrong field is named, and a marking is right before anything of the exhibit exists. */
class DescriptionCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final Levels LEVELS = Levels.bundled();
    private static final Actor ANALYST = actor("EU-EEAS", "EU", "RESTRICTED");

    private final DescriptionCheck check =
            new DescriptionCheck(AGENCIES, LEVELS, new TransferRules(AGENCIES), InstantSource.fixed(NOW));

    @Test
    void a_whole_description_is_taken_as_it_is() {
        Description said = check.checked(
                input(new MarkingInput("EU:LIMITE", null, List.of("EU-COUNCIL", "US"), null, null)), ANALYST);
        assertEquals("Registry extract", said.title());
        assertEquals(Marking.releasedTo("EU:LIMITE", List.of("EU-COUNCIL", "US")), said.marking());
        assertEquals(Instant.parse("2026-11-20T09:30:00Z"), said.collectedAt());
    }

    @Test
    void without_a_marking_it_is_the_originators_alone_at_its_schemes_default_level() {
        assertEquals(
                Marking.originatorOnly("EU:LIMITE"),
                check.checked(input(null), ANALYST).marking());
        assertEquals(
                Marking.originatorOnly("US:CUI"),
                check.checked(input(null), actor("US-BIS", "US", "NONE")).marking());
        assertEquals(
                Marking.originatorOnly("UK:OFFICIAL"),
                check.checked(input(null), actor("UK-FCDO", "GB", "NONE")).marking());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        DescriptionInput wrong = new DescriptionInput(
                " ",
                "RUMOUR",
                "javascript:alert(1)",
                "https://user:pass@example.org/",
                "2026-11-25T00:00:00Z",
                List.of("en", "English"),
                "G",
                7,
                null,
                null,
                "pdf",
                null,
                "abc");
        assertEquals(
                Map.of(
                        "/title", "missing",
                        "/sourceType", "unknown-value",
                        "/sourceUrl", "malformed",
                        "/archivedUrl", "malformed",
                        "/collectedAt", "in-the-future",
                        "/languages/1", "malformed",
                        "/reliability", "unknown-value",
                        "/credibility", "out-of-range",
                        "/relianceUse", "missing",
                        "/mediaType", "malformed"),
                without(errors(wrong, ANALYST), "/declaredSha256"));
        assertEquals("malformed", errors(wrong, ANALYST).get("/declaredSha256"));
    }

    @Test
    void what_may_hold_personal_data_is_not_marked_to_another_legal_order() {
        MarkingInput across = new MarkingInput("EU:LIMITE", null, List.of("EU-COUNCIL", "US"), null, null);
        assertEquals(Map.of("/personalData", "missing"), errors(saying(null, across), ANALYST));
        for (String some : List.of("PERSONAL", "SPECIAL_CATEGORIES")) {
            assertEquals(Map.of("/marking/relTo", "personal-data-crosses"), errors(saying(some, across), ANALYST));
        }
        assertEquals(Map.of("/personalData", "unknown-value"), errors(saying("SOME", null), ANALYST));
        MarkingInput within = new MarkingInput("EU:LIMITE", null, List.of("EU27", "UK-FCDO"), null, null);
        assertEquals(
                PersonalData.PERSONAL,
                check.checked(saying("PERSONAL", within), ANALYST).personalData());
    }

    @Test
    void a_level_above_the_ceiling_is_refused() {
        assertEquals(
                Map.of("/marking/level", "above-ceiling"),
                errors(input(new MarkingInput("EU:CONFIDENTIEL_UE", null, null, null, null)), ANALYST));
    }

    @Test
    void nobody_marks_above_his_own_clearance() {
        assertEquals(
                Map.of("/marking/level", "above-clearance"),
                errors(
                        input(new MarkingInput("EU:RESTREINT_UE", null, null, null, null)),
                        actor("EU-EEAS", "EU", "NONE")));
    }

    @Test
    void a_release_names_agencies_countries_and_groups_that_there_are() {
        assertEquals(
                Map.of("/marking/relTo/1", "unknown-addressee", "/marking/relTo/2", "unknown-addressee"),
                errors(
                        input(new MarkingInput("EU:LIMITE", null, List.of("FVEY", "ATLANTIS", ""), null, null)),
                        ANALYST));
    }

    @Test
    void red_names_its_readers_and_whoever_brings_it_is_one_of_them() {
        assertEquals(
                Map.of("/marking/named", "without-you"),
                errors(input(new MarkingInput("EU:LIMITE", null, null, Tlp.RED, List.of("somebody"))), ANALYST));
        assertEquals(
                Map.of("/marking/named", "only-for-red"),
                errors(input(new MarkingInput("EU:LIMITE", null, null, Tlp.GREEN, List.of("somebody"))), ANALYST));
        check.checked(
                input(new MarkingInput("EU:LIMITE", null, null, Tlp.RED, List.of("somebody", ANALYST.sub()))), ANALYST);
    }

    @Test
    void a_title_shows_what_it_is() {
        assertEquals("malformed", errors(titled("a\u0000b"), ANALYST).get("/title"));
        assertEquals("malformed", errors(titled("\u202Egpj.exe"), ANALYST).get("/title"));
        assertEquals("malformed", errors(titled("half \uD83D letter"), ANALYST).get("/title"));
        assertEquals("too-long", errors(titled("x".repeat(301)), ANALYST).get("/title"));
        check.checked(titled("深圳市某某有限公司 — выписка"), ANALYST);
    }

    private Map<String, String> errors(DescriptionInput said, Actor by) {
        ProblemException refused = assertThrows(ProblemException.class, () -> check.checked(said, by));
        assertEquals(422, refused.status());
        Map<String, String> errors = new TreeMap<>();
        for (FieldError error : refused.errors()) {
            errors.put(error.pointer(), error.reason());
        }
        return errors;
    }

    private static Map<String, String> without(Map<String, String> errors, String pointer) {
        Map<String, String> others = new TreeMap<>(errors);
        others.remove(pointer);
        return others;
    }

    private static DescriptionInput titled(String title) {
        DescriptionInput said = input(null);
        return new DescriptionInput(
                title,
                said.sourceType(),
                said.sourceUrl(),
                said.archivedUrl(),
                said.collectedAt(),
                said.languages(),
                said.reliability(),
                said.credibility(),
                said.relianceUse(),
                said.personalData(),
                said.mediaType(),
                null,
                null);
    }

    private static DescriptionInput input(MarkingInput marking) {
        return saying("NONE", marking);
    }

    private static DescriptionInput saying(String personalData, MarkingInput marking) {
        return new DescriptionInput(
                "Registry extract",
                "CORPORATE_REGISTRY",
                "https://registry.example/extract?id=1",
                null,
                "2026-11-20T10:30:00+01:00",
                List.of("en", "zh-Hans"),
                "B",
                2,
                "DISCLOSABLE_TO_PARTY",
                personalData,
                "application/pdf",
                marking,
                null);
    }

    private static Actor actor(String agency, String country, String clearance) {
        Map<String, Object> claims =
                Map.of("sub", "sub-of-" + agency, "agency", agency, "country", country, "clearance", clearance);
        return new Tokens(AGENCIES, LEVELS).actor(claims::get, List.of("analyst"));
    }
}
