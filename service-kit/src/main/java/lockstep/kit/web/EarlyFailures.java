package lockstep.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.kit.acting.Correlation;
import lockstep.kit.problem.Problem;
import lockstep.kit.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Errors raised before a resource is found are problem documents too: a body over the limit of its path, an unknown
 * path. A body of undeclared length is counted as it comes.
 */
@Singleton
class EarlyFailures {
    private static final Logger LOG = Logger.getLogger(EarlyFailures.class);
    private static final int AFTER_QUARKUS_SETS_ITS_LIMIT = 1;
    private static final int BEFORE_QUARKUS_CHECKS = 9_000;

    private static final Set<HttpMethod> WITH_BODY =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final long limit;
    private final long wideLimit;
    private final Optional<Pattern> widePaths;
    private final BodyHandler counted;
    private final ObjectMapper json;

    EarlyFailures(
            @ConfigProperty(name = "lockstep.body.limit") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize wideLimit,
            @ConfigProperty(name = "lockstep.body.wide-paths") Optional<String> widePaths,
            ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.wideLimit = wideLimit.asLongValue();
        this.widePaths = widePaths.map(Pattern::compile);
        this.counted = BodyHandler.create(false).setBodyLimit(this.limit);
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkDeclaredLength, BEFORE_QUARKUS_CHECKS);
        filters.register(this::countUndeclared, AFTER_QUARKUS_SETS_ITS_LIMIT);
    }

    void register(@Observes Router router) {
        router.route().last().handler(request -> answer(request, ProblemException.notFound()));
        router.route().failureHandler(this::failed);
    }

    private void checkDeclaredLength(RoutingContext request) {
        String declared = request.request().getHeader("Content-Length");
        if (declared != null && length(declared) > limitOf(request)) {
            request.response().putHeader("Connection", "close");
            answer(request, Failures.tooLarge());
        } else {
            request.next();
        }
    }

    /** Quarkus would count too, but end the answer itself, without a problem document. */
    private void countUndeclared(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(request));
        boolean undeclared = request.request().getHeader("Content-Length") == null
                && WITH_BODY.contains(request.request().method());
        if (undeclared && !wide(request)) {
            counted.handle(request);
        } else {
            request.next();
        }
    }

    private long limitOf(RoutingContext request) {
        return wide(request) ? wideLimit : limit;
    }

    private boolean wide(RoutingContext request) {
        return widePaths.isPresent()
                && widePaths.get().matcher(request.normalizedPath()).matches();
    }

    private static long length(String declared) {
        try {
            return Long.parseLong(declared);
        } catch (NumberFormatException tooLongOrNoNumber) {
            return Long.MAX_VALUE;
        }
    }

    /** A stream that has ended takes the request's scope along: what then can't be answered is nobody's failure. */
    private static boolean gone(RoutingContext request) {
        boolean over = request.response().closed() || request.response().ended();
        return over && request.failure() instanceof ContextNotActiveException;
    }

    private void failed(RoutingContext request) {
        if (gone(request)) {
            LOG.debugf("the reader of %s has gone", request.normalizedPath());
            return;
        }
        if (request.response().ended() || request.response().headWritten()) {
            request.next();
            return;
        }
        ProblemException problem =
                Failures.meaning(request.failure()).orElseGet(() -> Failures.ofStatus(status(request)));
        answer(request, problem);
    }

    private static int status(RoutingContext request) {
        return switch (request.failure()) {
            case ForbiddenException _ -> 403;
            case UnauthorizedException _, AuthenticationFailedException _ -> 401;
            case null, default -> request.statusCode() < 400 ? 500 : request.statusCode();
        };
    }

    private void answer(RoutingContext request, ProblemException problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        try {
            request.response().end(json.writeValueAsString(Problem.of(problem, Correlation.current())));
        } catch (JsonProcessingException neverOfAProblem) {
            throw new IllegalStateException(neverOfAProblem);
        }
    }
}
