package lockstep.web.layout;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Forgets the word about what was just done as soon as a page has shown it. */
@Provider
public class OncePerPage implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        Cookie done = request.getCookies().get(Go.DONE);
        if (done != null && answer.getStatus() == 200 && answer.hasEntity()) {
            answer.getHeaders().add(HttpHeaders.SET_COOKIE, Go.cookie(Go.DONE, "", 0));
        }
    }
}
