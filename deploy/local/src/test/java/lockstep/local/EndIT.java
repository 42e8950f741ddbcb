package lockstep.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a launcher ends, nothing that it started runs on. */
class EndIT {
    @TempDir
    Path directory;

    private Process launcher;
    private List<ProcessHandle> started = List.of();

    @AfterEach
    void leave_nothing_behind() {
        started.forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
    }

    @Test
    void a_launcher_that_is_killed_takes_postgresql_and_keycloak_with_it() throws IOException {
        launch(System.getenv("PATH"), Part.KEYCLOAK);
        await("Keycloak to run", () -> runs("kc.home.dir"));
        killLauncher();
        assertNothingRuns();
    }

    @Test
    void a_watchdog_does_the_same_where_the_kernel_is_not_asked() throws IOException {
        launch(pathWithout("setpriv", "setsid"));
        await("PostgreSQL to be ready", () -> Files.exists(State.file(directory.resolve("data"))));
        assertTrue(runs("watchdog"), "the fallback is not in use");
        killLauncher();
        assertNothingRuns();
    }

    @Test
    void a_launcher_that_is_asked_to_end_ends_its_database_in_order() throws IOException {
        launch(System.getenv("PATH"));
        await("PostgreSQL to be ready", () -> Files.exists(State.file(directory.resolve("data"))));
        started = launcher.descendants().toList();
        launcher.destroy();
        await("the launcher to end", () -> !launcher.isAlive());
        assertNothingRuns();
        assertFalse(Files.exists(State.file(directory.resolve("data"))));
        assertTrue(
                Files.readString(directory.resolve("data/logs/postgres.log")).contains("database system is shut down"));
    }

    private void launch(String path, Part... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlockstep.home=" + Checkout.find().root(),
                HoldInstance.class.getName(),
                directory.resolve("data").toString()));
        for (Part part : more) {
            command.add(part.name());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launcher.log").toFile());
        builder.environment().put("PATH", path);
        launcher = builder.start();
    }

    private void killLauncher() {
        started = launcher.descendants().toList();
        assertFalse(started.isEmpty());
        launcher.destroyForcibly();
    }

    private void assertNothingRuns() {
        await("all to end", () -> started.stream().noneMatch(ProcessHandle::isAlive));
        assertEquals(0, started.stream().filter(ProcessHandle::isAlive).count());
        assertTrue(State.running(directory.resolve("data")).isEmpty());
    }

    private boolean runs(String inCommand) {
        return launcher.descendants()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(inCommand));
    }

    /** A folder with what the launcher calls, except for those programs. */
    private String pathWithout(String... left) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("bin"));
        for (String program : List.of("sh", "kill", "unshare", "setpriv", "setsid")) {
            Path found = Path.of("/usr/bin", program);
            if (!List.of(left).contains(program)) {
                Files.createSymbolicLink(
                        folder.resolve(program), Files.exists(found) ? found : Path.of("/bin", program));
            }
        }
        return folder.toString();
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what + ": " + launched());
            }
            Waiting.pause(Duration.ofMillis(50));
        }
    }

    private String launched() {
        try {
            return Files.readString(directory.resolve("launcher.log"));
        } catch (IOException unreadable) {
            return unreadable.getMessage();
        }
    }
}
