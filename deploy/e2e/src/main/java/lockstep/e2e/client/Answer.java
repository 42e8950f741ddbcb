package lockstep.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What a service has answered. */
public record Answer(int status, String mediaType, String etag, String challenge, String text) {
    private static final String TYPE = "urn:lockstep:problem:";

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("WWW-Authenticate").orElse(null),
                response.body());
    }

    public boolean ok() {
        return status / 100 == 2;
    }

    public JsonNode json() {
        return Json.parse(text);
    }

    /** The problem's reason, e.g. {@code four-eyes}; empty where the answer is no problem+json. */
    public String reason() {
        String type = json().path("type").asText();
        return type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
    }

    /** True for a well-formed problem that says something, below 500. */
    public boolean isClearRefusal() {
        return status >= 400
                && status < 500
                && mediaType.startsWith("application/problem+json")
                && !reason().isEmpty()
                && json().path("status").asInt() == status
                && !json().path("title").asText().isEmpty();
    }
}
