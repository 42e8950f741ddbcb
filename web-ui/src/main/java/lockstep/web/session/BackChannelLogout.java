package lockstep.web.session;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Keycloak's word that a session has ended (OpenID Connect Back-Channel Logout 1.0): its tokens leave the database, so
 * that every replica knows. The extension's own handler keeps the word in one replica's memory.
 */
@ApplicationScoped
public class BackChannelLogout {
    private static final Logger LOG = Logger.getLogger(BackChannelLogout.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final long MAX_BODY = 64 * 1024;

    private final SessionRows rows;
    private final JwtConsumer tokens;

    BackChannelLogout(
            SessionRows rows,
            @ConfigProperty(name = "lockstep.issuer") String issuer,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        this.rows = rows;
        this.tokens = new JwtConsumerBuilder()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(client)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(60, 300)
                .setAllowedClockSkewInSeconds(60)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer + "/protocol/openid-connect/certs")))
                .build();
    }

    void listen(@Observes Router router) {
        router.route(HttpMethod.POST, "/back-channel-logout")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .blockingHandler(this::end, false);
    }

    private void end(RoutingContext request) {
        String token = request.request().getFormAttribute("logout_token");
        request.response().putHeader("Cache-Control", "no-store");
        try {
            JwtClaims claims = tokens.processToClaims(token == null ? "" : token);
            boolean logout = claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(EVENT);
            if (!logout || claims.hasClaim("nonce")) {
                request.response().setStatusCode(400).end();
                return;
            }
            rows.dropSession(claims.getStringClaimValue("sid"), claims.getSubject());
            request.response().setStatusCode(200).end();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            LOG.debug("logout token refused", refused);
            request.response().setStatusCode(400).end();
        }
    }
}
