package lockstep.kit.acting;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Principal;
import lockstep.auth.SystemActor;
import lockstep.auth.TokenRefused;
import lockstep.auth.Tokens;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;

/** Tells who acts: the person or peer service of the request's token, or the system in one of its jobs. */
@ApplicationScoped
public class Acting {
    private static final ScopedValue<Principal> BOUND = ScopedValue.newInstance();

    private final CurrentIdentityAssociation identities;
    private final Tokens tokens;

    public Acting(CurrentIdentityAssociation identities, Tokens tokens) {
        this.identities = identities;
        this.tokens = tokens;
    }

    /**
     * Whoever acts here.
     *
     * @throws IllegalStateException if nobody does
     * @throws TokenRefused if the request's token names nobody who could
     */
    public Principal principal() {
        return known().orElseThrow(() -> new IllegalStateException("nobody acts here: no token and no job"));
    }

    /** The same, or empty where nobody acts. */
    public Optional<Principal> known() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : ofRequest();
    }

    /** The person of the request. Not injected as a bean, so that no longer-lived bean can keep one. */
    public Actor actor() {
        if (principal() instanceof Actor person) {
            return person;
        }
        throw new TokenRefused("only a person can do this");
    }

    /** Runs a job's work; all its journal rows carry one command id. */
    public static <T, X extends Throwable> T as(SystemActor job, ScopedValue.CallableOp<T, X> work) throws X {
        return bound(job, work);
    }

    /** Goes on as that person where no request is at hand: on another thread, or in a test. */
    public static <T, X extends Throwable> T asActor(Actor person, ScopedValue.CallableOp<T, X> work) throws X {
        return bound(person, work);
    }

    private static <T, X extends Throwable> T bound(Principal principal, ScopedValue.CallableOp<T, X> work) throws X {
        Object before = MDC.get(Correlation.MDC_KEY);
        if (before == null) {
            MDC.put(Correlation.MDC_KEY, UUID.randomUUID().toString());
        }
        try {
            return ScopedValue.where(BOUND, principal).call(work);
        } finally {
            if (before == null) {
                MDC.remove(Correlation.MDC_KEY);
            }
        }
    }

    private Optional<Principal> ofRequest() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        SecurityIdentity identity = identities.getIdentity();
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        if (identity.hasRole(PeerIdentity.ROLE)) {
            return Optional.of(new SystemActor(token.getClaim("azp"), Set.of()));
        }
        return Optional.of(tokens.actor(token::getClaim, identity.getRoles()));
    }
}
