package lockstep.e2e.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private String amends;
    private final Tally tally = new Tally(new PrintStream(OutputStream.nullOutputStream()));

    private String judge(String name, String other, String... matchedOn) {
        SourceRow row = new SourceRow(
                "7",
                LocalDate.EPOCH,
                "1.1.1970",
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
        Object match = Json.object("matchId", "m", "name", other, "matchedOn", List.of(matchedOn));
        return (String) new Judging(tally)
                .judge(row, amends, Json.parse(Json.text(List.of(match))))
                .getFirst()
                .get("judgement");
    }

    @Test
    void one_number_and_one_name_on_two_rows_are_one_company() {
        assertEquals("SAME_SEVERAL_ROWS", judge("NII Var", "Institute Var", "id:TAX:RU:1", "name:var"));
        assertEquals(1, tally.count(Tally.Kind.EXPLAINED));
    }

    @Test
    void one_printed_name_on_two_rows_is_one_company() {
        assertEquals("SAME_SEVERAL_ROWS", judge("Falcon Dune FZCO", "FALCON DUNE FZCO", "name:falcondune"));
        assertEquals(1, tally.count(Tally.Kind.EXPLAINED));
    }

    @Test
    void one_number_under_names_that_share_nothing_is_a_misprint_and_explained() {
        assertEquals("DIFFERENT", judge("Velkatron", "Sorvenik", "id:TAX:RU:1"));
        assertEquals(1, tally.count(Tally.Kind.EXPLAINED));
    }

    @Test
    void a_name_that_is_only_alike_is_another_company() {
        assertEquals("DIFFERENT", judge("Velkatron Works", "Velkatron Trade", "name:velkatron"));
        assertEquals(0, tally.count(Tally.Kind.EXPLAINED));
        assertEquals(1, tally.count(Tally.Kind.ANOTHER_TARGET));
    }

    @Test
    void the_listing_that_is_amended_is_the_same_company_without_a_word() {
        amends = "m";
        assertEquals("SAME", judge("Velkatron", "Velkatron", "id:TAX:RU:1", "name:velkatron"));
        assertEquals(0, tally.count(Tally.Kind.EXPLAINED));
    }
}
