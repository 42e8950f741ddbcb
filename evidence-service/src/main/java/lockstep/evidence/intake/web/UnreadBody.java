package lockstep.evidence.intake.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What of a refused request has not been read. The server would gather it in memory when the answer has gone, and a
 * {@code Connection: close} alone ends nothing: so it is dropped as it comes, and soon the connection with it.
 */
public final class UnreadBody {
    /** For the client to read its refusal before the connection ends, in ms. */
    private static final long GRACE = 2_000;

    private UnreadBody() {}

    public static void drop(RoutingContext refused) {
        HttpServerRequest request = refused.request();
        boolean has = request.getHeader(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!has || request.isEnded()) {
            return;
        }
        try {
            request.handler(rest -> {});
            request.resume();
        } catch (IllegalStateException endedMeanwhile) {
            return;
        }
        refused.vertx().setTimer(GRACE, over -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
