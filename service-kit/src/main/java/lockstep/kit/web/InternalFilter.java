package lockstep.kit.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Holds an {@link Internal} resource closed to persons even where its role annotation is wrong. */
@Internal
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class InternalFilter implements ContainerRequestFilter {
    private final SecurityIdentity identity;

    public InternalFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!identity.hasRole(Internal.ROLE)) {
            throw new ForbiddenException();
        }
    }
}
