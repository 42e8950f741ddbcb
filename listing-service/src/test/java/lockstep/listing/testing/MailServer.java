package lockstep.listing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Where the service under test finds its mail server: a free port, at which a test starts and stops one. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of(
                    "LOCKSTEP_SMTP_HOST",
                    "127.0.0.1",
                    "LOCKSTEP_SMTP_PORT",
                    String.valueOf(free.getLocalPort()),
                    "LOCKSTEP_MAIL_FROM",
                    "lockstep@mail.example",
                    "LOCKSTEP_PAGES_URL",
                    "https://pages.example");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {}
}
