package lockstep.kit.acting;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the role {@code service}, and no other, to the service account of a service of this platform, and takes it from
 * everybody else: no realm role of that name makes a person a service.
 */
@ApplicationScoped
class PeerIdentity implements SecurityIdentityAugmentor {
    static final String ROLE = "service";
    private static final Set<String> SERVICES = Set.of("listing-service", "evidence-service");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.remove(ROLE);
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addCredentials(identity.getCredentials())
                        .addAttributes(identity.getAttributes())
                        .addPermissionChecker(identity::checkPermission)
                        .addRoles(isService(token) ? Set.of(ROLE) : roles)
                        .build());
    }

    private static boolean isService(JsonWebToken token) {
        Object client = token.getClaim("azp");
        return client != null
                && SERVICES.contains(client.toString())
                && ("service-account-" + client).equals(token.getClaim("preferred_username"))
                && token.getClaim("agency") == null;
    }
}
