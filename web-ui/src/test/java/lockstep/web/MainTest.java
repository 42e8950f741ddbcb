package lockstep.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void a_start_without_a_secret_names_it() {
        assertEquals(
                List.of("LOCKSTEP_CLIENT_SECRET", "LOCKSTEP_TOKEN_KEY"),
                Main.missing(name -> name.equals("LOCKSTEP_CLIENT_SECRET")
                        ? null
                        : name.equals("LOCKSTEP_TOKEN_KEY") ? " " : "given"));
    }
}
