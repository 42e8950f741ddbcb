package lockstep.kit.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A port known before the start, so that the sample can be its own peer. */
public class OwnPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            String port = String.valueOf(free.getLocalPort());
            return Map.of("quarkus.http.test-port", port, "quarkus.rest-client.peer.url", "http://127.0.0.1:" + port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {}
}
