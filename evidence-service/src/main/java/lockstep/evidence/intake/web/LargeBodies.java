package lockstep.evidence.intake.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives routes for whole files their body as a {@link GatheredBody}. */
@LargeBody
@Provider
public class LargeBodies implements ContainerRequestFilter {
    private final CurrentVertxRequest current;
    private final Duration patience;

    public LargeBodies(
            CurrentVertxRequest current,
            @ConfigProperty(name = "quarkus.http.read-timeout", defaultValue = "60s") Duration patience) {
        this.current = current;
        this.patience = patience;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setEntityStream(new GatheredBody(current.getCurrent().request(), patience));
    }
}
