package lockstep.web;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Gives a test's identity the access token of an account of the EEAS by its name, as a login would. */
@ApplicationScoped
public class LoggedIn implements SecurityIdentityAugmentor {
    /** Ends the name of a test's user whose login is the stronger one. */
    static final String AT_LEVEL_2 = "-at-level-2";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        String account = identity.getPrincipal().getName();
        String level = account.endsWith(AT_LEVEL_2)
                ? "\"acr\":\"level-2\",\"loa_at\":{\"2\":" + Instant.now().getEpochSecond() + "}}"
                : "\"acr\":\"level-1\"}";
        String claims = "{\"sub\":\"00000000-0000-4000-8000-000000000090\",\"preferred_username\":\""
                + account.replace(AT_LEVEL_2, "")
                + "\",\"agency\":\"EU-EEAS\",\"country\":\"EU\",\"clearance\":\"RESTRICTED\"," + level;
        String token =
                "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".c2ln";
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addCredential(new AccessTokenCredential(token))
                        .build());
    }
}
