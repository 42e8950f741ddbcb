package lockstep.web.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.auth.Tokens;

/**
 * Asks Keycloak for level 2 on the way to a confirmation page. Only {@code acr_values} goes along: with the challenge's
 * {@code max_age} Keycloak would ask for the password twice.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public class StrongerLogin implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        String path = redirect.routingContext().normalizedPath();
        if (path.startsWith(ConfirmResource.PATH)) {
            redirect.additionalQueryParams().add("acr_values", Tokens.LEVEL_2);
        }
    }
}
