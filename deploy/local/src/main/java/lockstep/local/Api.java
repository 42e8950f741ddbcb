package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A service's REST interface as one person uses it; anything but a success ends the start. */
final class Api {
    private final URI service;
    private final AccessToken token;

    Api(URI service, AccessToken token) {
        this.service = service;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(Json.text(body)));
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
        URI address = service.resolve(path);
        HttpRequest request = Http.to(address)
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> answer = Http.send(request);
            if (answer.statusCode() / 100 != 2) {
                throw new CannotStart(
                        method + " " + address + " is answered with " + answer.statusCode() + ": " + answer.body());
            }
            return Json.parse(answer.body());
        } catch (IOException failed) {
            throw new CannotStart(method + " " + address + " is not answered: " + failed.getMessage(), failed);
        }
    }
}
