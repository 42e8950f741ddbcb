package lockstep.web.layout;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import lockstep.web.services.Refusal;
import lockstep.web.session.ConfirmResource;
import lockstep.web.session.SavedForms;
import lockstep.web.session.SavedForms.SavedForm;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a person sees when something can't be shown or done: always a page with a way on, never problem+json. */
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final Set<Integer> OWN_TEXT = Set.of(400, 401, 403, 404, 405, 409, 413, 503);

    private final SavedForms forms;
    private final OidcSession session;
    private final RoutingContext request;

    ErrorPages(SavedForms forms, OidcSession session, RoutingContext request) {
        this.forms = forms;
        this.session = session;
        this.request = request;
    }

    @CheckedTemplate(basePath = "layout")
    static class Templates {
        static native TemplateInstance error(int status, String key, String why, String correlation);

        static native TemplateInstance closed(String title, String why, String back);
    }

    @ServerExceptionMapper(Refusal.class)
    public Response refused(Refusal refusal) {
        Ui ui = Ui.current();
        if (refusal.asksForStrongerLogin() && ui.posted().isPresent()) {
            Ui.Posted posted = ui.posted().get();
            String id = forms.keep(
                    new SavedForm(ui.path(), posted.back(), posted.effect(), posted.fields(), null), ui.sub());
            return leave(ConfirmResource.PATH + id);
        }
        boolean refusedAccount = "token-refused".equals(refusal.problem().reason());
        if (refusal.status() == 401 && !refusedAccount && request.request().getParam("again") == null) {
            session.logout().await().indefinitely();
            return leave(ui.posted().map(Ui.Posted::back).orElse(ui.path()) + "?again=true");
        }
        return page(
                refusal.status(),
                refusal.status() == 404 ? "" : Reasons.of(ui.language(), refusal.problem()),
                refusal.problem().correlationId());
    }

    /** Nothing was asked of the service: what it says of this thing is why the act can't be done. */
    @ServerExceptionMapper(Closed.class)
    public Response closed(Closed closed) {
        return html(
                Response.Status.CONFLICT.getStatusCode(),
                Templates.closed(closed.title(), closed.why(), closed.back()));
    }

    @ServerExceptionMapper(ProcessingException.class)
    public Response unreachable(ProcessingException failed) {
        LOG.error("a service does not answer", failed);
        return page(503, "", null);
    }

    @ServerExceptionMapper(WebApplicationException.class)
    public Response refusedHere(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return status < 400 ? refused.getResponse() : page(status, "", null);
    }

    @ServerExceptionMapper(Throwable.class)
    public Response failed(Throwable failed) {
        LOG.error("a page failed: " + request.normalizedPath(), failed);
        return page(500, "", null);
    }

    /** htmx follows a redirect silently inside the page; this header makes the whole page go. */
    private Response leave(String path) {
        return Go.partial(request)
                ? Response.noContent().header("HX-Redirect", path).build()
                : Go.to(path);
    }

    static Response page(int status, String why, String correlation) {
        String key = OWN_TEXT.contains(status) ? String.valueOf(status) : status < 500 ? "400" : "500";
        return html(
                status, Templates.error(status, key, why == null ? "" : why, correlation == null ? "" : correlation));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }

    static final List<String> KEYS = List.of("400", "401", "403", "404", "405", "409", "413", "500", "503");
}
