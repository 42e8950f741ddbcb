package lockstep.evidence.storage;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.evidence.storage.KeyUsage.KeyState;
import lockstep.evidence.storage.KeyUsage.Standing;
import lockstep.evidence.storage.WrapKeys.Holder;
import lockstep.evidence.storage.WrapKeys.Step;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Has every data key under the current key-encryption key, on any number of replicas; says which key is wanting. */
@ApplicationScoped
public class WrapKeysJob {
    private static final Logger LOG = Logger.getLogger(WrapKeysJob.class);
    private static final SystemActor JOB = new SystemActor("wrap-keys", Set.of());

    private final WrapKeys wrapping;
    private final Keys keys;
    private String said = "";

    WrapKeysJob(WrapKeys wrapping, Keys keys) {
        this.wrapping = wrapping;
        this.keys = keys;
    }

    void started(@Observes StartupEvent start) {
        check();
    }

    /** Has the keys read and compared with what they were, before anything is concluded from them. */
    public void check() {
        say(Acting.as(JOB, wrapping::check));
    }

    @Scheduled(
            identity = "wrap-keys",
            every = "${lockstep.storage.rewrap-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Acting.as(JOB, () -> {
            say(wrapping.check());
            int wrapped = all(Holder.BLOBS) + all(Holder.UPLOADS) + all(Holder.SOURCES);
            if (wrapped > 0) {
                LOG.infof(
                        "%d data keys are now wrapped by key %d",
                        wrapped, keys.now().current());
                say(wrapping.check());
            }
            return null;
        });
    }

    private int all(Holder holder) {
        Step step = Step.FIRST;
        while (step.after() != null) {
            step = wrapping.next(holder, step);
        }
        return step.wrapped();
    }

    /** Once, until it changes. */
    private void say(List<KeyState> states) {
        String wanting = states.stream()
                .filter(state -> state.standing() != Standing.HERE && (state.needed() || state.current()))
                .map(WrapKeysJob::wanting)
                .collect(Collectors.joining(", "));
        if (!wanting.isEmpty() && !wanting.equals(said)) {
            LOG.errorf("Missing in %s: %s. What it wraps can't be opened until it is there.", keys.place(), wanting);
        }
        said = wanting;
    }

    private static String wanting(KeyState state) {
        String why = state.standing() == Standing.ANOTHER ? " (another key stands under its id)" : "";
        return "key " + state.id() + why + ", which wraps the keys of " + state.wraps() + " stored contents";
    }
}
