package lockstep.web.session;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leaving: this page's session alone, or (at {@code /logout}, the extension's) everywhere; and what is shown after. */
@Path("/")
@RunOnVirtualThread
public class LogoutResource {
    private final OidcSession session;

    LogoutResource(OidcSession session) {
        this.session = session;
    }

    @CheckedTemplate(basePath = "session")
    static class Templates {
        static native TemplateInstance loggedOut();

        static native TemplateInstance loginFailed();
    }

    @POST
    @Path("logout-here")
    public Response here() {
        session.logout().await().indefinitely();
        return Response.seeOther(URI.create("/logged-out")).build();
    }

    @GET
    @Path("logged-out")
    public TemplateInstance loggedOut() {
        return Templates.loggedOut();
    }

    @GET
    @Path("login-failed")
    public TemplateInstance loginFailed() {
        return Templates.loginFailed();
    }
}
