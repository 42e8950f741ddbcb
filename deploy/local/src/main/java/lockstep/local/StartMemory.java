package lockstep.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM has learnt by starting a service once: its classes loaded and linked, its hot methods known (JEP 483, 514,
 * 515). The first process of an {@code up} that ends in order writes it, and each later start of the same build and JDK
 * uses it.
 */
final class StartMemory {
    private final Path folder;
    private final String service;
    private final Path kept;
    private final Path written;
    private final boolean learns;

    private StartMemory(Path folder, String service, String edition, boolean learns) {
        this.folder = folder;
        this.service = service;
        this.kept = folder.resolve(service + "-" + edition + ".aot");
        this.written = folder.resolve(
                service + "-" + edition + "." + ProcessHandle.current().pid());
        this.learns = learns && !Files.exists(kept);
    }

    static StartMemory of(Options options, Part service) {
        Checkout checkout = options.checkout();
        return new StartMemory(
                checkout.prepared(), service.label(), edition(checkout.runner(service)), options.pace() == Pace.LEARNS);
    }

    private static String edition(Path runner) {
        try {
            long built = Files.getLastModifiedTime(runner).toMillis();
            return System.getProperty("java.version") + "-" + Long.toString(built, Character.MAX_RADIX);
        } catch (IOException notBuilt) {
            throw new CannotStart("not built: " + runner + " is missing", notBuilt);
        }
    }

    /** True if the process writes its memory when it is asked to end, which takes it some seconds more. */
    boolean learns() {
        return learns;
    }

    /** Options for the JVM: to use what is there, else to write it at the end. */
    List<String> options() {
        if (Files.exists(kept)) {
            return List.of("-XX:AOTCache=" + kept);
        }
        return learns ? List.of("-XX:AOTCacheOutput=" + written) : List.of();
    }

    /** Takes what was written by a process that ended in order, in place of what an earlier build had learnt. */
    void keep() {
        if (!Files.exists(written)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> old = all.filter(file -> file.getFileName().toString().startsWith(service + "-"))
                    .filter(file -> !file.equals(written))
                    .toList();
            old.forEach(PrivateFiles::remove);
            Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
