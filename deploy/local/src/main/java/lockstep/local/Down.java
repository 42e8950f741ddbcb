package lockstep.local;

import java.time.Duration;
import java.util.Optional;

/** {@code ./lockstep down}: ends the instance of a data directory and returns when nothing of it runs any more. */
final class Down {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private final CommandLine line;

    Down(CommandLine line) {
        this.line = line;
    }

    void run() {
        State state = State.running(line.data())
                .orElseThrow(() -> new CannotStart("no Lockstep is running in " + line.data()));
        Optional<ProcessHandle> launcher = ProcessHandle.of(state.launcher());
        launcher.ifPresent(ProcessHandle::destroy);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (State.running(line.data()).isPresent()) {
            if (System.nanoTime() > end) {
                throw new CannotStart(
                        "process " + state.launcher() + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            Waiting.pause(Duration.ofMillis(100));
        }
        System.out.println("Lockstep is down.");
    }
}
