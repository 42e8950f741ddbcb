package lockstep.web.session;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.TokenRefused;
import lockstep.auth.Tokens;

/** Who is logged in, read from the access token that the services will judge; it shows things and decides nothing. */
@RequestScoped
public class Login {
    private static final Tokens TOKENS = new Tokens(Agencies.bundled(), Levels.bundled());

    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final InstantSource clock = InstantSource.system();

    Login(SecurityIdentity identity, ObjectMapper json) {
        this.identity = identity;
        this.json = json;
    }

    public boolean present() {
        return !identity.isAnonymous();
    }

    /** Empty without a login, and for an account that lacks what every token must say. */
    public Optional<Actor> actor() {
        AccessTokenCredential token = present() ? identity.getCredential(AccessTokenCredential.class) : null;
        if (token == null) {
            return Optional.empty();
        }
        try {
            Map<String, Object> claims = json.readValue(
                    Base64.getUrlDecoder().decode(token.getToken().split("\\.")[1]), new TypeReference<>() {});
            return Optional.of(TOKENS.actor(claims::get, identity.getRoles()));
        } catch (IOException | TokenRefused unreadable) {
            return Optional.empty();
        }
    }

    /** The account's immutable id; empty without a login. */
    public String sub() {
        return actor().map(Actor::sub).orElse("");
    }

    boolean atLevel2() {
        return actor().map(actor -> actor.atLevel2(clock.instant())).orElse(false);
    }
}
