package lockstep.local;

import java.net.URI;

/** A second process of a service on the same database, as an instance in production runs several. */
public final class Replica implements AutoCloseable {
    private final Child child;
    private final URI address;

    Replica(Child child, URI address) {
        this.child = child;
        this.address = address;
    }

    public URI address() {
        return address;
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.kill();
    }
}
