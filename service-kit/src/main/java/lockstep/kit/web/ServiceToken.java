package lockstep.kit.web;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.ws.rs.core.HttpHeaders;
import lockstep.kit.acting.Correlation;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Calls as this service's own account; the token is kept until it is about to expire. */
public class ServiceToken implements ResteasyReactiveClientRequestFilter {
    private final OidcClient client;
    private final TokensHelper tokens = new TokensHelper();

    public ServiceToken(OidcClient client) {
        this.client = client;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        request.getHeaders().putSingle(Correlation.HEADER, Correlation.current().toString());
        request.suspend();
        tokens.getTokens(client)
                .subscribe()
                .with(
                        token -> {
                            request.getHeaders()
                                    .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getAccessToken());
                            request.resume();
                        },
                        request::resume);
    }
}
