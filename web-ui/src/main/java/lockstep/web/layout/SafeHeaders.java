package lockstep.web.layout;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers of every answer: no script or style but web-ui's own files, no framing, and no page kept in a cache. */
@ApplicationScoped
public class SafeHeaders {
    private static final int FIRST = 10_000;

    private final String contentPolicy;

    SafeHeaders(@ConfigProperty(name = "lockstep.issuer") String issuer) {
        URI at = URI.create(issuer);
        String login = at.getScheme() + "://" + at.getAuthority();
        // a browser checks form-action along redirects too: a form may lead to the login, and so must name it
        this.contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                + " connect-src 'self'; form-action 'self' " + login
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", contentPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (request.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        String path = request.normalizedPath();
        if (!path.startsWith("/assets/") && !path.startsWith("/webjars/")) {
            headers.set("Cache-Control", "no-store");
        }
        request.next();
    }
}
