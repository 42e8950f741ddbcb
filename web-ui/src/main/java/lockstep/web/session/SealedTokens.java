package lockstep.web.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/** Keeps a session's tokens in the database, so that a browser holds only a random id and every replica knows it. */
@ApplicationScoped
@Alternative
@Priority(1)
public class SealedTokens implements TokenStateManager {
    /** Where quarkus-oidc leaves the session's age in seconds for whoever keeps the tokens. */
    private static final String SESSION_AGE = "session-max-age";

    private final SessionRows rows;
    private final ObjectMapper json;
    private final InstantSource clock = InstantSource.system();

    SealedTokens(SessionRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    private record Kept(String id, String access, String refresh, Long expiresIn, String scope) {}

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Long age = request.get(SESSION_AGE);
        return context.runBlocking(() -> keep(tokens, Duration.ofSeconds(age == null ? 3600 : age)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig tenant,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(() -> kept(state));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig tenant, String state, OidcRequestContext<Void> context) {
        return context.runBlocking(() -> {
            rows.dropTokens(state);
            return null;
        });
    }

    private String keep(AuthorizationCodeTokens tokens, Duration age) {
        JsonNode claims = claims(tokens.getIdToken());
        Kept kept = new Kept(
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenExpiresIn(),
                tokens.getAccessTokenScope());
        try {
            return rows.keepTokens(
                    json.writeValueAsString(kept),
                    claims.path("sid").asText(null),
                    claims.path("sub").asText(null),
                    clock.instant().plus(age));
        } catch (JsonProcessingException | IllegalStateException failed) {
            throw new AuthenticationCompletionException(failed);
        }
    }

    /** No row, or one that does not open: the person logs in anew. */
    private AuthorizationCodeTokens kept(String state) {
        try {
            Kept kept = json.readValue(
                    rows.tokens(state).orElseThrow(() -> new AuthenticationFailedException("the session has ended")),
                    Kept.class);
            return new AuthorizationCodeTokens(
                    kept.id(), kept.access(), kept.refresh(), kept.expiresIn(), kept.scope());
        } catch (JsonProcessingException | IllegalStateException failed) {
            throw new AuthenticationFailedException(failed);
        }
    }

    /** The provider has verified the token; here only its session id and subject are needed. */
    private JsonNode claims(String token) {
        try {
            return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new AuthenticationCompletionException(malformed);
        }
    }
}
