package lockstep.web.layout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Language and theme, kept in a cookie of the browser: they say nothing about the person to a service. */
@Path("/")
@RunOnVirtualThread
public class PreferencesResource {
    private static final int YEAR = 365 * 24 * 3600;

    @POST
    @Path("preferences")
    public Response keep(
            @FormParam("language") String language, @FormParam("theme") String theme, @FormParam("back") String back) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create(local(back)));
        if (language != null && language.matches("[a-z]{2}")) {
            answer.cookie(Go.cookie(Ui.LANGUAGE, language, YEAR));
        }
        if (theme != null && theme.matches("light|dark|system")) {
            answer.cookie(Go.cookie(Ui.THEME, theme, YEAR));
        }
        return answer.build();
    }

    /** Only a path of this site: {@code //elsewhere} would leave it. */
    static String local(String back) {
        return back == null || !back.matches("/([A-Za-z0-9_?&=%.~-][A-Za-z0-9/_?&=%.~+:-]*)?") ? "/" : back;
    }
}
