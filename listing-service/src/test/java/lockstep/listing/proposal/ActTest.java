package lockstep.listing.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Four-eyes (G4): every act after every other one by the same person on the same revision. */
class ActTest {
    /** Rows: what somebody wants to do. Columns, in the order of the enum: what he has done before. x: refused. */
    private static final String TABLE = """
                            AUT SUB ACC RET ADV END CNS FIN VOT REC CON SCH COR
            AUTHOR           x   x   .   .   .   .   .   .   .   .   .   .   .
            SUBMIT           x   .   .   .   .   .   .   .   .   .   .   .   .
            ACCEPT           x   x   .   .   .   .   .   .   .   .   .   .   .
            RETURN           x   x   .   .   .   .   .   .   .   .   .   .   .
            ADVISE           x   x   .   .   .   .   .   .   .   .   .   .   .
            ENDORSE          x   x   .   .   .   x   .   x   x   x   x   x   x
            CONSULT          x   x   .   .   .   .   .   .   .   .   .   .   .
            FIND_SUFFICIENT  x   x   .   .   .   x   .   x   x   x   x   x   x
            VOTE             x   x   .   .   .   x   .   x   .   x   x   x   x
            RECORD           x   x   .   .   .   x   .   x   x   .   x   x   x
            CONFIRM_RECORD   x   x   .   .   .   x   .   x   x   x   x   x   x
            SCHEDULE         x   x   .   .   .   x   .   x   x   x   x   .   x
            CONFIRM_CORRECTION x x   .   .   .   x   .   .   x   x   x   x   .
            """;

    static Stream<Arguments> every_pair() {
        return TABLE.lines().skip(1).map(line -> line.strip().split("\\s+")).flatMap(cells -> Stream.of(Act.values())
                .map(earlier ->
                        Arguments.of(Act.valueOf(cells[0]), earlier, cells[earlier.ordinal() + 1].equals("x"))));
    }

    @ParameterizedTest
    @MethodSource("every_pair")
    void one_person_does_not_stand_on_both_sides(Act wanted, Act earlier, boolean refused) {
        assertEquals(refused, wanted.breaksFourEyes(EnumSet.of(earlier)));
    }

    @Test
    void the_table_has_every_act() {
        assertEquals(Act.values().length * Act.values().length, every_pair().count());
    }

    @Test
    void nobody_is_stopped_by_having_done_nothing() {
        for (Act act : Act.values()) {
            assertFalse(act.breaksFourEyes(Set.of()));
        }
    }

    @Test
    void one_forbidden_act_among_allowed_ones_is_enough() {
        assertTrue(Act.VOTE.breaksFourEyes(EnumSet.of(Act.ACCEPT, Act.VOTE, Act.ENDORSE)));
    }
}
