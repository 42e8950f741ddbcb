package lockstep.web.services;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every answer from 400 on into a {@link Refusal}; a body that is no problem+json counts as an internal fault. */
public class RefusalReader implements ResponseExceptionMapper<Refusal> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public Refusal toThrowable(Response response) {
        String challenge = response.getHeaderString(HttpHeaders.WWW_AUTHENTICATE);
        boolean stronger = response.getStatus() == 401
                && challenge != null
                && challenge.contains("insufficient_user_authentication");
        return new Refusal(response.getStatus(), problem(response), stronger);
    }

    private static Problem problem(Response response) {
        try {
            String body = response.readEntity(String.class);
            return body == null || !body.startsWith("{")
                    ? Problem.unreadable(response.getStatus())
                    : Arc.container().instance(ObjectMapper.class).get().readValue(body, Problem.class);
        } catch (IOException | UncheckedIOException unreadable) {
            return Problem.unreadable(response.getStatus());
        }
    }
}
