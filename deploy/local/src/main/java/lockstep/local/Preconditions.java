package lockstep.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold before anything is started; each refusal is one line. */
final class Preconditions {
    private static final long LEAST_DISK = 1L << 30;

    private Preconditions() {}

    static void check(Options options) {
        if (Runtime.version().feature() < 25) {
            throw new CannotStart("JDK 25 or newer is needed, this is " + Runtime.version());
        }
        PrivateFiles.directory(options.data());
        PrivateFiles.directory(options.data().resolve("logs"));
        try {
            long free = Files.getFileStore(options.data()).getUsableSpace();
            if (free < LEAST_DISK) {
                throw new CannotStart("no disk: " + (free >> 20) + " MiB are free in " + options.data()
                        + ", Lockstep needs at least " + (LEAST_DISK >> 20));
            }
        } catch (IOException failed) {
            throw new CannotStart(options.data() + " can't be used: " + failed.getMessage(), failed);
        }
    }

    static void checkPorts(Options options) {
        for (Part part : options.parts()) {
            int port = options.ports().of(part);
            if (Ports.taken(port)) {
                throw new CannotStart("port " + port + " (" + part.label()
                        + ") is in use: end what listens there or choose another --port-base");
            }
        }
    }

    static CannotStart alreadyRunning(Path data) {
        String who = Files.exists(State.file(data))
                ? " (process " + Json.read(State.file(data), State.class).launcher() + ")"
                : "";
        return new CannotStart("Lockstep is running already in " + data + who + "; ./lockstep down ends it");
    }
}
