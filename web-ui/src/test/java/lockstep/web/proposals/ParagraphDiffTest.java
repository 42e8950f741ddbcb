package lockstep.web.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lockstep.web.proposals.ParagraphDiff.Run;
import org.junit.jupiter.api.Test;

class ParagraphDiffTest {

    @Test
    void a_changed_word_stands_out_and_the_rest_stays() {
        assertEquals(
                List.of(
                        new Run("same", "shipped "),
                        new Run("del", "39 "),
                        new Run("ins", "41 "),
                        new Run("same", "times")),
                ParagraphDiff.words("shipped 39 times", "shipped 41 times"));
    }

    @Test
    void the_same_text_has_no_change() {
        assertEquals(List.of(new Run("same", "one two")), ParagraphDiff.words("one two", "one two"));
    }
}
