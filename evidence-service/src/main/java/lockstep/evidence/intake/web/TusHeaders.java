package lockstep.evidence.intake.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import lockstep.kit.problem.ProblemException;

/** What every request and every answer of the protocol carries. */
@Tus
@Provider
public class TusHeaders implements ContainerRequestFilter, ContainerResponseFilter {
    static final String VERSION = "1.0.0";

    private static final String RESUMABLE = "Tus-Resumable";

    private final CurrentVertxRequest current;

    public TusHeaders(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS) && !VERSION.equals(request.getHeaderString(RESUMABLE))) {
            throw new ProblemException(
                    412, "tus-version", "Say Tus-Resumable: " + VERSION + "; no other version is spoken here.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(RESUMABLE, VERSION);
        response.getHeaders().putSingle("Tus-Version", VERSION);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.getStatus() >= 400) {
            UnreadBody.drop(current.getCurrent());
        }
    }
}
