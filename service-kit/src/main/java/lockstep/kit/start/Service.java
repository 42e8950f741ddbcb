package lockstep.kit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where both services start: the check first, then Quarkus. */
@QuarkusMain
public final class Service {
    /** As sysexits.h names it: something is wrong with the configuration. */
    private static final int CONFIGURATION = 78;

    private Service() {}

    public static void main(String... args) throws IOException {
        Optional<String> refusal = StartCheck.refusal(profile(), added(), Service::setting);
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(CONFIGURATION);
        }
        Quarkus.run(args);
    }

    private static String profile() {
        return Stream.of(System.getProperty("quarkus.profile"), System.getenv("QUARKUS_PROFILE"), "prod")
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseThrow();
    }

    /** As {@code lockstep.required} lists them in the service's application.properties. */
    private static List<String> added() throws IOException {
        Properties settings = new Properties();
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (file != null) {
                settings.load(file);
            }
        }
        return Stream.of(settings.getProperty("lockstep.required", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A system property stands above the environment, as everywhere in Quarkus. */
    private static String setting(String name) {
        String property = System.getProperty(name);
        return property == null ? System.getenv(name) : property;
    }
}
