package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a round ended is told in the reader's language where the procedure ended it. */
class ConclusionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "every seat has spoken",
                "the rule isn't met",
                "deadline",
                "deadline: the rule isn't met",
                "the objection was withdrawn",
                "the last objection was lifted",
                "ended without agreement",
                "reserve of seat DK"
            })
    void the_procedures_reason_has_words_in_both_languages(String reason) {
        String french = Conclusions.find(Locale.FRENCH, reason).orElseThrow();
        assertNotEquals(Conclusions.find(Locale.ENGLISH, reason).orElseThrow(), french);
    }

    @Test
    void what_a_person_said_stays_as_it_was_said() {
        assertTrue(Conclusions.find(Locale.FRENCH, "No seat would move.").isEmpty());
    }
}
