package lockstep.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree whose builds are run; it alone knows where they lie. */
public record Checkout(Path root) {

    /** The tree named by the system property {@code lockstep.home}, else the one around the working directory. */
    public static Checkout find() {
        String named = System.getProperty("lockstep.home");
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
        while (folder != null && !Files.isDirectory(folder.resolve("deploy/local"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new CannotStart(
                    "no Lockstep source tree around " + Path.of("").toAbsolutePath());
        }
        return new Checkout(folder);
    }

    /** What is unpacked or prepared once for all instances of this tree; {@code mvn clean} removes it. */
    Path prepared() {
        return root.resolve("deploy/local/target/prepared");
    }

    Path built(String file) {
        return root.resolve("deploy/local/target").resolve(file);
    }

    Path runner(Part service) {
        return root.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
