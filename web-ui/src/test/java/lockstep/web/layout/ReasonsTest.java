package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import lockstep.web.services.Problem;
import org.junit.jupiter.api.Test;

/** A page says once why something can't be done, though a service sends both a word and a sentence. */
class ReasonsTest {

    private static String english(String reason, String detail) {
        return Reasons.text(Locale.ENGLISH, reason, detail);
    }

    @Test
    void a_sentence_that_says_the_same_as_the_word_is_not_printed_after_it() {
        assertEquals("A record awaits confirmation", english("record-is-open", "A record awaits confirmation."));
        assertEquals("Whoever set a hold lifts it", english("hold-of-another", "Whoever set a hold lifts it."));
        assertEquals("This case is not known", english("unknown-case", "No such case."));
        assertEquals("Recused already", english("already-recused", "Recused already."));
        assertEquals(
                "A consultation that the law asks for isn't recorded",
                english("consultation-missing", "A consultation that the law asks for isn't recorded."));
    }

    @Test
    void of_two_that_say_the_same_the_one_stands_that_says_more() {
        assertEquals(
                "You don't hold the office of chair in this programme",
                english("no-office", "You don't hold the office of chair in this programme."));
        assertEquals("Meridian isn't ready", english("not-ready", "Meridian isn't ready."));
        assertEquals(
                "Entry 3 has no confirmed version in ja",
                english("language-version-missing", "Entry 3 has no confirmed version in ja."));
        assertEquals(
                "Entry 3: number 0012 stands twice; zeros before it make no other",
                english("number-twice", "Entry 3: number 0012 stands twice; zeros before it make no other."));
    }

    @Test
    void a_sentence_that_adds_something_stands_after_the_word() {
        assertEquals(
                "A seat has no holder (Every place needs an alternate)",
                english("seat-without-holder", "Every place needs an alternate."));
        assertEquals("This is too long (At most 300 characters)", english("too-long", "At most 300 characters."));
    }

    @Test
    void a_word_that_says_nothing_by_itself_gives_way_and_a_status_has_its_name() {
        assertEquals(
                "Not possible while the package is “Published”",
                english("not-in-this-status", "Not possible while the package is PUBLISHED."));
        assertEquals("Its state doesn’t allow it now", english("not-in-this-status", null));
    }

    @Test
    void who_reads_french_reads_the_word_alone() {
        assertEquals(
                Messages.text(Locale.FRENCH, "reason.too-long"),
                Reasons.text(Locale.FRENCH, "too-long", "At most 300 characters."));
    }

    @Test
    void what_may_be_chosen_is_told_in_every_language() {
        Problem.FieldError wrong =
                new Problem.FieldError("/terms/part", "term-choice", "One of: A; B.", List.of("A", "B"));
        assertEquals("One of: A; B", Reasons.of(Locale.ENGLISH, wrong));
        assertEquals(
                "Choisissez l’une des valeurs que le programme propose\u202f: A\u202f; B",
                Reasons.of(Locale.FRENCH, wrong));
    }
}
