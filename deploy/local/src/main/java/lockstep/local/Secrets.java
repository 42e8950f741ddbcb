package lockstep.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of one instance, each made at random when it is first asked for and kept in a file of mode 600. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;
    private final Map<String, String> byName = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path directory) {
        Secrets secrets = new Secrets(directory.resolve("secrets.json"));
        if (Files.exists(secrets.file)) {
            Json.parse(secrets.file)
                    .properties()
                    .forEach(entry ->
                            secrets.byName.put(entry.getKey(), entry.getValue().asText()));
        }
        return secrets;
    }

    /** 192 random bits in letters, digits, hyphen and underscore. */
    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    synchronized String of(String name) {
        return kept(name, random());
    }

    /** 256 random bits in Base64. */
    synchronized String key(String name) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return kept(name, Base64.getEncoder().encodeToString(bytes));
    }

    private String kept(String name, String fresh) {
        if (byName.putIfAbsent(name, fresh) == null) {
            PrivateFiles.write(file, Json.pretty(byName));
        }
        return byName.get(name);
    }
}
