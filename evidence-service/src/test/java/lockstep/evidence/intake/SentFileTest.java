package lockstep.evidence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a part of a container is, where the container doesn't say. */
class SentFileTest {
    @ParameterizedTest
    @CsvSource({
        "papers/letter.eml, '', message/rfc822",
        "papers/LETTER.MSG, '', application/vnd.ms-outlook",
        "papers#1/list.pdf, '', application/pdf",
        "papers/list.csv, '', text/csv",
        "letter.eml, text/plain, text/plain",
        "letter, '', "
    })
    void a_part_is_what_it_is_called_like_unless_it_says_otherwise(String path, String said, String type) {
        assertEquals(type, SentFile.ofPart(path, said).mediaType());
    }
}
