package lockstep.web.layout;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a page goes after something was done: always by a redirect, so that a reload does nothing twice. */
public final class Go {
    /** Names the message that the next page shows once. */
    static final String DONE = "lockstep_done";

    private Go() {}

    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** With a word (a message key under {@code done}) for the top of the next page. */
    public static Response done(String path, String what) {
        return Response.seeOther(URI.create(path))
                .cookie(cookie(DONE, what, 60))
                .build();
    }

    static NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    static boolean partial(RoutingContext request) {
        return request.request().getHeader("HX-Request") != null;
    }
}
