package lockstep.evidence.scan;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import lockstep.evidence.storage.KeyMissing;
import org.jboss.logging.Logger;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.ClamavException;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/** A clamd, to which content is streamed as it is opened: it never lies on a disk as plain text here (INSTREAM). */
@ApplicationScoped
public class Antivirus {
    private static final Logger LOG = Logger.getLogger(Antivirus.class);
    private static final int BUFFER = 1 << 16;
    private static final int PORT = 3310;

    private final ScanSettings settings;

    Antivirus(ScanSettings settings) {
        this.settings = settings;
    }

    public boolean configured() {
        return settings.clamd().isPresent();
    }

    /** Writes plain content to its end. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** {@code attempts}: how often it was tried before. Never throws for what the scanner or the content does. */
    public Found scan(Content content, long size, int attempts) {
        if (size > settings.limit()) {
            return Found.never("TOO_LARGE");
        }
        String[] address = settings.clamd().orElseThrow().split(":", 2);
        ClamavClient clamd = new ClamavClient(address[0], address.length > 1 ? Integer.parseInt(address[1]) : PORT);
        try (PipedInputStream in = new PipedInputStream(BUFFER)) {
            String engine = clamd.version();
            FutureTask<Void> source = sourceOf(content, in);
            ScanResult result = clamd.scan((InputStream) in);
            source.get();
            return result instanceof ScanResult.VirusFound found
                    ? Found.infected(names(found), engine)
                    : Found.clean(engine);
        } catch (ClamavException failed) {
            return notScanned(failed, attempts);
        } catch (ExecutionException unreadable) {
            LOG.errorf(unreadable.getCause(), "content was not scanned");
            return unreadable.getCause() instanceof KeyMissing ? Found.keyMissing() : Found.damaged();
        } catch (IOException failed) {
            return Found.unreachable(attempts);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Found.unreachable(attempts);
        }
    }

    /** Damaged content breaks off, so that no scanner calls half of it clean. */
    private static FutureTask<Void> sourceOf(Content content, PipedInputStream in) throws IOException {
        PipedOutputStream out = new PipedOutputStream(in);
        FutureTask<Void> source = new FutureTask<>(() -> {
            try (out) {
                content.to(out);
            }
            return null;
        });
        Thread.startVirtualThread(source);
        return source;
    }

    private static Found notScanned(ClamavException failed, int attempts) {
        LOG.warnf("the scanner did not answer: %s", failed.getMessage());
        return Found.unreachable(attempts);
    }

    private static String names(ScanResult.VirusFound found) {
        return found.getFoundViruses().values().stream()
                .flatMap(names -> names.stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
