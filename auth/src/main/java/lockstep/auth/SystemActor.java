package lockstep.auth;

import java.util.Set;
import java.util.UUID;

/**
 * The system acting by one of its jobs or for its peer service; sees only the rows that it claims.
 *
 * @param job e.g. {@code close-rounds}
 * @param claims ids of the cases, proposals and packages that this run may touch
 */
public record SystemActor(String job, Set<UUID> claims) implements Principal {

    public SystemActor {
        claims = Set.copyOf(claims);
    }

    @Override
    public String pseudonym() {
        return "system:" + job;
    }
}
