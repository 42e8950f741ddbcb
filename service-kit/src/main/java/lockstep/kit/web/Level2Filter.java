package lockstep.kit.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.ProblemException;

/**
 * Challenges (RFC 9470) whoever lacks a fresh stronger login. It goes by the machine's time, not the service's: the
 * token was made by a server whose clock no trial shifts.
 */
@Level2
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
public class Level2Filter implements ContainerRequestFilter {
    private static final String SAID = "This needs a stronger login, not older than ten minutes.";
    private static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\", error_description=\""
            + SAID + "\", acr_values=\"level-2\", max_age=\"" + Actor.LEVEL_2_LASTS.toSeconds() + "\"";

    private final Acting acting;

    public Level2Filter(Acting acting) {
        this.acting = acting;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!acting.actor().atLevel2(Instant.now())) {
            request.abortWith(Problems.builder(new ProblemException(401, "stronger-login-needed", SAID))
                    .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                    .build());
        }
    }
}
