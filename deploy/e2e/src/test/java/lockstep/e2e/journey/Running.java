package lockstep.e2e.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import lockstep.e2e.client.Api;
import lockstep.local.Instance;
import lockstep.local.Options;

/**
 * The one instance that all journeys of this module share; started by the first, ended with the process. With the system
 * property {@code lockstep.e2e.data} it is the one that runs in that directory already.
 */
final class Running {
    private static Path data;
    private static Instance instance;
    private static Api api;

    private Running() {}

    static synchronized Instance instance() {
        String attached = System.getProperty("lockstep.e2e.data");
        if (instance == null && attached != null) {
            data = temporary();
            instance = Instance.attach(Path.of(attached));
        } else if (instance == null) {
            data = temporary();
            Options options = Options.in(data).withoutSample();
            // The whole sizes run long enough for the second compiler to pay.
            instance = Instance.start(Boolean.getBoolean("lockstep.full") ? options.lasting() : options);
            Runtime.getRuntime().addShutdownHook(new Thread(Running::end, "end of the instance"));
        }
        return instance;
    }

    static synchronized Api api() {
        if (api == null) {
            api = Api.of(instance());
        }
        return api;
    }

    /** A file for a run's notes. */
    static Path notes(String name) {
        instance();
        return data.resolve(name + ".jsonl");
    }

    private static void end() {
        instance.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("lockstep-e2e-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
