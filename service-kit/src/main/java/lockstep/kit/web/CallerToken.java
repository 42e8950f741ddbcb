package lockstep.kit.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import lockstep.kit.acting.Correlation;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Passes the caller's own token and correlation id on: the peer sees the person, with the person's rights. */
public class CallerToken implements ClientRequestFilter {
    private final SecurityIdentity identity;

    public CallerToken(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("no caller's token to pass on");
        }
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getRawToken());
        request.getHeaders().putSingle(Correlation.HEADER, Correlation.current().toString());
    }
}
