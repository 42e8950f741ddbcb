package lockstep.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import lockstep.auth.TokenRefused;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Refusals;
import lockstep.kit.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that no feature answers itself becomes a problem document; none shows a stack trace. */
@Singleton
class FailureMappers {
    private static final Logger LOG = Logger.getLogger(FailureMappers.class);

    private final Refusals refusals;
    private final Acting acting;
    private final ExecutorService virtualThreads;

    FailureMappers(Refusals refusals, Acting acting, @VirtualThreads ExecutorService virtualThreads) {
        this.refusals = refusals;
        this.acting = acting;
        this.virtualThreads = virtualThreads;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem) {
        return challenged(problem);
    }

    @ServerExceptionMapper
    Response tokenRefused(TokenRefused refused) {
        return challenged(new ProblemException(401, "token-refused", refused.getMessage()));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notAuthenticated(Exception failure) {
        return challenged(Failures.meaning(failure).orElseGet(() -> Failures.ofStatus(401)));
    }

    /** The role check may run on the event loop, where no row can be written. */
    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException denied, ResourceInfo route) {
        ProblemException problem = Failures.notPermitted(roles(route));
        return Uni.createFrom().item(() -> journalled(problem)).runSubscriptionOn(virtualThreads);
    }

    /** Of the method, else of its class. */
    private static List<String> roles(ResourceInfo route) {
        if (route == null || route.getResourceMethod() == null) {
            return List.of();
        }
        RolesAllowed said = route.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (said == null) {
            said = route.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return said == null ? List.of() : List.of(said.value());
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response body(JsonProcessingException malformed) {
        return Failures.inReading(malformed) ? Problems.answer(Failures.ofBody(malformed)) : other(malformed);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo asked) {
        ProblemException problem = BadParameters.named(failure, asked).orElseGet(() -> Failures.of(failure));
        if (problem.status() < 400) {
            return failure.getResponse();
        }
        if (problem.status() >= 500) {
            LOG.error("request failed", failure);
        }
        Response.ResponseBuilder answer = Problems.builder(problem);
        Object allow = failure.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response other(Throwable failure) {
        ProblemException problem = Failures.meaning(failure).orElseGet(Failures::internal);
        if (failure instanceof ClosedChannelException) {
            LOG.debug("whoever asked has gone", failure);
        } else if (problem.status() >= 500) {
            LOG.error("request failed", failure);
        }
        return challenged(problem);
    }

    private Response journalled(ProblemException denied) {
        try {
            if (acting.known().isPresent()) {
                refusals.write(denied.reason(), denied.getMessage());
            }
            return Problems.answer(denied);
        } catch (TokenRefused refused) {
            return tokenRefused(refused);
        } catch (RuntimeException unwritten) {
            LOG.error("a denied access could not be journalled", unwritten);
            return Problems.answer(Failures.internal());
        }
    }

    private static Response challenged(ProblemException problem) {
        Response.ResponseBuilder answer = Problems.builder(problem);
        return problem.status() == 401
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : answer.build();
    }
}
