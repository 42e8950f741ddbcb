package lockstep.kit.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import lockstep.kit.page.Page;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers a page of a list; its Link keeps the filters, so it goes on in the same list. */
public final class Pages {
    private Pages() {}

    public static <T> RestResponse<Page<T>> answer(UriInfo asked, Page<T> page) {
        var answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, nextLink(asked, page.next()));
        }
        return answer.build();
    }

    /** Relative to the host: a proxy in front may have another name. */
    static String nextLink(UriInfo asked, String next) {
        URI uri = asked.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        return "<" + uri.getRawPath() + "?" + uri.getRawQuery() + ">; rel=\"next\"";
    }
}
