package lockstep.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import lockstep.kit.acting.Correlation;
import org.jboss.logging.MDC;

/** Gives each request its correlation id, the caller's if it is a UUID, before anything can fail. */
@Singleton
class CorrelationFilter {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int BEFORE_ALL_OTHERS = 10_000;

    void register(@Observes Filters filters) {
        filters.register(CorrelationFilter::correlate, BEFORE_ALL_OTHERS);
    }

    private static void correlate(RoutingContext request) {
        String asked = request.request().getHeader(Correlation.HEADER);
        UUID id = asked != null && ID.matcher(asked).matches() ? UUID.fromString(asked) : UUID.randomUUID();
        MDC.put(Correlation.MDC_KEY, id.toString());
        request.response().putHeader(Correlation.HEADER, id.toString());
        request.next();
    }
}
