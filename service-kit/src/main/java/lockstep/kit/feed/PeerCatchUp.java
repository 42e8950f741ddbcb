package lockstep.kit.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Sequencer;
import lockstep.kit.problem.ProblemException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Makes the peer apply everything journalled here so far; for commands that narrow rights. */
@ApplicationScoped
public class PeerCatchUp {
    private static final Logger LOG = Logger.getLogger(PeerCatchUp.class);

    private final Peer peer;
    private final Sequencer sequencer;

    PeerCatchUp(@RestClient Peer peer, Sequencer sequencer) {
        this.peer = peer;
        this.sequencer = sequencer;
    }

    /**
     * Returns once the peer has it. Call it after the command's transaction has committed.
     *
     * @throws ProblemException 503 {@code peer-behind}: the command stands, but the peer doesn't know of it yet
     */
    public void require() {
        long wanted = Acting.as(new SystemActor("feed", Set.of()), sequencer::run);
        if (reached() < wanted) {
            throw new ProblemException(
                    503, "peer-behind", "It is done here, but not yet everywhere. It will be, within a short time.");
        }
    }

    private long reached() {
        try {
            return peer.pull().position();
        } catch (RuntimeException unreachable) {
            LOG.warn("the peer could not be told to catch up", unreachable);
            return -1;
        }
    }
}
