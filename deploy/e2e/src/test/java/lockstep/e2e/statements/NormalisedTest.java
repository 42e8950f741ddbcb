package lockstep.e2e.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalisedTest {
    @Test
    void a_script_and_the_servers_statistics_say_the_same_of_a_statement() {
        String counted = "insert into vote (id, why, at) values ($1, $2, $3) on conflict do nothing";
        String scripted =
                "INSERT INTO vote (id, why, at)\n  values (:fresh1, E'it''s EU\\x3aLIMITE', null) on conflict do nothing";
        assertEquals(Normalised.text(counted), Normalised.text(scripted));
        assertEquals(
                Normalised.text("select x::int from t where y in ($1 /*, ... */) and z = $2"),
                Normalised.text("select x::int from t where y in ('A', 'B') and z = true"));
        assertEquals(
                "select t.a1_0 from t t1_0 where b = ?", Normalised.text("select t.a1_0 from t t1_0 where b = 12"));
    }

    @Test
    void a_difference_names_the_statement_and_both_counts() {
        Normalised one = Normalised.of(List.of("begin", "select 1", "select 2", "commit"));
        assertEquals("", one.difference(new Normalised(Map.of("select ?", 2L))));
        assertEquals("2 -> 1 times: select ?\n", one.difference(Normalised.of(List.of("select 1"))));
    }
}
