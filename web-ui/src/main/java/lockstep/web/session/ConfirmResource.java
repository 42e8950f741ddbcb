package lockstep.web.session;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import lockstep.web.session.SavedForms.SavedForm;

/** The page between a stronger login and the act that needed it: what was filled in waits here for one press. */
@Path("/")
@RunOnVirtualThread
public class ConfirmResource {
    public static final String PATH = "/confirm/";

    private final SavedForms forms;
    private final Login login;
    private final OidcSession session;

    ConfirmResource(SavedForms forms, Login login, OidcSession session) {
        this.forms = forms;
        this.login = login;
        this.session = session;
    }

    @CheckedTemplate(basePath = "session")
    static class Templates {
        static native TemplateInstance confirm(SavedForm form);

        static native TemplateInstance formGone();

        static native TemplateInstance levelNotReached(String id);
    }

    /** Without a fresh level 2 the local session is dropped, so that the very same address leads to Keycloak and back. */
    @GET
    @Path("confirm/{id}")
    public Object confirm(@PathParam("id") String id, @QueryParam("asked") boolean asked) {
        if (!login.atLevel2()) {
            if (asked) {
                return Templates.levelNotReached(id);
            }
            session.logout().await().indefinitely();
            return Response.seeOther(URI.create(PATH + id + "?asked=true")).build();
        }
        return forms.find(id, login.sub()).map(Templates::confirm).orElseGet(Templates::formGone);
    }
}
