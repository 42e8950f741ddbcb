package lockstep.kit.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "LOCKSTEP_DB_APP_PASSWORD", "a",
            "LOCKSTEP_DB_OWNER_PASSWORD", "b",
            "LOCKSTEP_CLIENT_SECRET", "c",
            "LOCKSTEP_ISSUER", "http://127.0.0.1:8083/realms/lockstep");

    private static Optional<String> check(String profile, Map<String, String> environment, String... added) {
        return StartCheck.refusal(profile, List.of(added), environment::get);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(name, value);
        return environment;
    }

    @Test
    void a_complete_environment_starts() {
        assertEquals(Optional.empty(), check("prod", COMPLETE));
    }

    @Test
    void each_missing_secret_is_named_in_one_line() {
        String line = check("prod", Map.of("LOCKSTEP_ISSUER", " "), "LOCKSTEP_KEK_FILE")
                .orElseThrow();
        COMPLETE.keySet().forEach(name -> assertTrue(line.contains(name + " is not set"), line));
        assertTrue(line.contains("LOCKSTEP_KEK_FILE is not set"), line);
        assertEquals(1, line.lines().count());
        assertEquals(
                "Not started: LOCKSTEP_CLIENT_SECRET is not set.",
                check("prod", with("LOCKSTEP_CLIENT_SECRET", "")).orElseThrow());
    }

    @Test
    void of_two_that_say_the_same_one_is_enough() {
        String either = "LOCKSTEP_KEK_FILE|LOCKSTEP_KEK";
        assertEquals(Optional.empty(), check("prod", with("LOCKSTEP_KEK", "{}"), either));
        assertEquals(Optional.empty(), check("prod", with("LOCKSTEP_KEK_FILE", "kek.json"), either));
        assertEquals(
                "Not started: LOCKSTEP_KEK_FILE or LOCKSTEP_KEK is not set.",
                check("prod", COMPLETE, either).orElseThrow());
    }

    @Test
    void development_and_tests_need_none() {
        assertEquals(Optional.empty(), check("dev", Map.of()));
        assertEquals(Optional.empty(), check("test", Map.of()));
        assertTrue(check("local", Map.of()).isPresent());
    }

    @Test
    void a_shifted_clock_is_for_trials_alone() {
        Map<String, String> shifted = with("LOCKSTEP_CLOCK_OFFSET", "P30D");
        assertEquals(Optional.empty(), check("local", shifted));
        assertEquals(Optional.empty(), check("prod", with("LOCKSTEP_CLOCK_OFFSET", "PT0S")));
        for (String profile : List.of("prod", "staging", "prod,metrics")) {
            assertTrue(check(profile, shifted).orElseThrow().contains("LOCKSTEP_CLOCK_OFFSET"));
        }
        assertTrue(check("prod", with("LOCKSTEP_CLOCK_OFFSET", "soon")).isPresent());
    }

    @Test
    void the_process_ends_before_anything_else_is_tried() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOCKSTEP_") || name.startsWith("QUARKUS_"));
        builder.environment().put("LOCKSTEP_ISSUER", "http://127.0.0.1:1/realms/lockstep");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(78, process.waitFor(), said);
        assertEquals(
                "Not started: LOCKSTEP_DB_APP_PASSWORD is not set; LOCKSTEP_DB_OWNER_PASSWORD is not set;"
                        + " LOCKSTEP_CLIENT_SECRET is not set.",
                said.strip());
    }
}
