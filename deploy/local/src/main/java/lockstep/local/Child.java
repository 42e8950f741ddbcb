package lockstep.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One running process of an instance; the kernel or a watchdog ends it if the launcher dies in whatever way. */
final class Child {
    /** The kernel's signal comes when the starting <em>thread</em> ends, so one that never ends starts them all. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("starter").factory());

    private static final boolean BOUND = onPath("setpriv") && onPath("setsid");
    /** Where the kernel offers no such signal: the end of the launcher closes the pipe that the second half reads. */
    private static final String WATCHDOG = """
            exec 3<&0
            "$@" </dev/null 3<&- & child=$!
            { read -r _ <&3; kill -KILL $child; } & dog=$!
            wait $child; status=$?
            kill $dog; exit $status""";

    private static final int KILLED = 137;

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a command with exactly this environment besides PATH, HOME and LANG; what it prints goes to the log. */
    static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(bound(command));
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new Child(name, STARTER.submit(builder::start).get(), log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart(name + " was not started: interrupted", stopped);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new CannotStart(
                    name + " can't be started: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** In a session of its own, so that Ctrl-C reaches the launcher alone and the order of the end is ours. */
    private static List<String> bound(List<String> command) {
        List<String> whole = new ArrayList<>(
                BOUND
                        ? List.of("setsid", "setpriv", "--pdeathsig", "KILL", "--")
                        : List.of("sh", "-c", WATCHDOG, "watchdog"));
        whole.addAll(command);
        return whole;
    }

    static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** Asks it to end, then after that time ends it; true if it ended in order. */
    boolean stop(Duration patience) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        boolean inOrder = ended(patience);
        if (!inOrder) {
            kill();
        }
        return inOrder && process.exitValue() != KILLED;
    }

    /** Ends it and what it started at once, as {@code kill -9} does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Why it is of no use any more, with the end of its log. */
    CannotStart gone() {
        return new CannotStart(
                name + " ended with status " + process.exitValue() + ": " + lastWords() + " (" + log + ")");
    }

    /** The root of the last stack trace where there is one, else the last line. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log).reversed().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .limit(200)
                    .toList();
            return lines.stream()
                    .filter(line -> line.startsWith("Caused by: "))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "it said nothing" : lines.getFirst());
        } catch (IOException unreadable) {
            return "its log can't be read";
        }
    }
}
