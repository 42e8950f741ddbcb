package lockstep.listing.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The bundled programmes as text, for tests that change one thing in it. */
final class ProgrammesYaml {
    private ProgrammesYaml() {}

    static String bundled() {
        try (InputStream file = Programmes.class.getResourceAsStream("/programmes.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The line on which the text first has this, counted from 1. */
    static int line(String yaml, String text) {
        return (int) yaml.substring(0, yaml.indexOf(text)).lines().count()
                + (yaml.charAt(yaml.indexOf(text) - 1) == '\n' ? 1 : 0);
    }
}
