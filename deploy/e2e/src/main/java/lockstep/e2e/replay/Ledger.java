package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lockstep.e2e.client.Json;

/**
 * What the services have acknowledged in one run: one line a step, written as soon as the answer is there. A run that
 * is taken up again with its ledger sends the same keys, so that nothing is done twice.
 */
public final class Ledger {
    private final Path file;
    private final String run;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private Ledger(Path file, String run) {
        this.file = file;
        this.run = run;
    }

    /** Goes on with the run in that file, or begins one there. */
    public static Ledger in(Path file) {
        try {
            if (!Files.exists(file)) {
                String run = UUID.randomUUID().toString();
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, Json.text(Map.of("run", run)) + "\n");
                return new Ledger(file, run);
            }
            List<String> lines = Files.readAllLines(file);
            Ledger ledger =
                    new Ledger(file, Json.parse(lines.getFirst()).path("run").asText());
            lines.stream().skip(1).map(Json::parse).forEach(ledger::remember);
            return ledger;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void remember(JsonNode line) {
        if (line.hasNonNull("step")) {
            acknowledged.put(line.path("step").asText(), line.path("id").asText());
        }
    }

    /** The key that makes a repetition of this step the same step. */
    public String key(String step) {
        return UUID.nameUUIDFromBytes((run + "/" + step).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public Optional<String> id(String step) {
        return Optional.ofNullable(acknowledged.get(step));
    }

    public synchronized String acknowledge(String step, String id) {
        try {
            Files.writeString(file, Json.text(Json.object("step", step, "id", id)) + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        acknowledged.put(step, id);
        return id;
    }

    /** Every acknowledged step with the id that came with it. */
    public Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }
}
