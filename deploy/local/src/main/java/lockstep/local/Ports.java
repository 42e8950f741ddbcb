package lockstep.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** The five ports of an instance, counted from its base; all on 127.0.0.1. */
public record Ports(int base) {
    public static final int STANDARD = 8080;

    public Ports {
        if (base < 1024 || base > 65_530) {
            throw new CannotStart("--port-base must lie between 1024 and 65530, not " + base);
        }
    }

    /** A base with five ports that nobody listens on now. */
    public static Ports free() {
        for (int tries = 0; tries < 200; tries++) {
            Ports ports = new Ports(20_000 + 10 * ThreadLocalRandom.current().nextInt(1_200));
            if (ports.firstTaken() == null) {
                return ports;
            }
        }
        throw new CannotStart("no five free ports between 20000 and 32000");
    }

    public int of(Part part) {
        return base
                + switch (part) {
                    case WEB -> 0;
                    case LISTING -> 1;
                    case EVIDENCE -> 2;
                    case KEYCLOAK -> 3;
                    case POSTGRES -> 4;
                };
    }

    URI url(Part part) {
        return URI.create("http://127.0.0.1:" + of(part));
    }

    /** The part whose port is taken by somebody else; null if none is. */
    Part firstTaken() {
        for (Part part : Part.values()) {
            if (taken(of(part))) {
                return part;
            }
        }
        return null;
    }

    static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
