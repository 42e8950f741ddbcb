package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Seals, opens and digests something at the start, until the JVM has compiled that down to the processor's own
 * instructions: a piece is so large that hundreds of megabytes would go by at a tenth of the speed otherwise.
 */
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int TIMES = 8_000;
    private static final byte[] TEXT = new byte[2_048];

    private final Keys keys;
    private final StorageSettings settings;

    WarmUp(Keys keys, StorageSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    void begin(@Observes StartupEvent started) {
        if (settings.warmUp()) {
            Thread.ofPlatform().name("warm-up").daemon().start(this::run);
        }
    }

    private void run() {
        long begun = System.nanoTime();
        DataKey key = keys.now().create(UUID.randomUUID());
        Aead aead = key.aead();
        byte[] bound = Pieces.bound(key.blob(), 0, true);
        RunningSha256 digest = RunningSha256.begin();
        for (int time = 0; time < TIMES; time++) {
            byte[] sealed = Pieces.encrypt(aead, TEXT, bound);
            digest.update(sealed, 0, TEXT.length);
            Pieces.decrypt(aead, sealed, bound, key.blob(), 0);
        }
        LOG.debugf("warm after %d ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
