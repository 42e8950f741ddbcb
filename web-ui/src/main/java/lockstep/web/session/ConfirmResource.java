package lockstep.web.session;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import lockstep.web.session.SavedForms.SavedForm;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The page between a stronger login and the act that needed it: what was filled in waits here for one press. */
@Path("/")
@RunOnVirtualThread
public class ConfirmResource {
    public static final String PATH = "/confirm/";
    /** Names, in the address that a kept form is sent to, the form. */
    private static final String SAVED = "saved";
    /** Names it after a refusal too, for that address alone: what is mended and sent anew is the same form. */
    private static final String SAVED_COOKIE = "lockstep_saved";

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
        static native TemplateInstance confirm(SavedForm form, String id);

        static native TemplateInstance formSent(SavedForm form);

        static native TemplateInstance formGone();

        static native TemplateInstance levelNotReached(String id);
    }

    /** Without a fresh level 2 the local session is dropped, so that the very same address leads to Keycloak and back. */
    @GET
    @Path("confirm/{id}")
    public Object confirm(@PathParam("id") String id, @QueryParam("asked") boolean asked) {
        Optional<SavedForm> kept = forms.find(id, login.sub());
        if (kept.map(SavedForm::sentTo).isPresent()) {
            return Templates.formSent(kept.get());
        }
        if (!login.atLevel2()) {
            if (asked) {
                return Templates.levelNotReached(id);
            }
            session.logout().await().indefinitely();
            return Response.seeOther(URI.create(PATH + id + "?asked=true")).build();
        }
        return kept.map(form -> Templates.confirm(form, id)).orElseGet(Templates::formGone);
    }

    /** An act that was done leads on by a redirect; a fault shows its form again, and another login asks anew. */
    @ServerResponseFilter
    public void remember(ContainerRequestContext asked, ContainerResponseContext answer) {
        String now = asked.getUriInfo().getQueryParameters().getFirst(SAVED);
        Cookie before = asked.getCookies().get(SAVED_COOKIE);
        String id = now == null && before != null ? before.getValue() : now;
        if (id == null || !HttpMethod.POST.equals(asked.getMethod())) {
            return;
        }
        String to = answer.getHeaderString(HttpHeaders.LOCATION);
        if (to == null) {
            answer.getHeaders().add(HttpHeaders.SET_COOKIE, refused(asked, id));
        } else if (!URI.create(to).getPath().startsWith(PATH)) {
            forms.sent(id, login.sub(), URI.create(to).getPath());
        }
    }

    private static NewCookie refused(ContainerRequestContext asked, String id) {
        return new NewCookie.Builder(SAVED_COOKIE)
                .value(id)
                .path(asked.getUriInfo().getRequestUri().getRawPath())
                .maxAge((int) SavedForms.LASTS.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
