package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/** Asks for the token of a client's own account, as a service does before it calls its peer. */
final class ServiceAccount {
    private ServiceAccount() {}

    static AccessToken token(URI issuer, String client, String secret) {
        URI endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        try {
            HttpResponse<String> answer = Http.post(
                    endpoint, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
            if (answer.statusCode() != 200) {
                throw new LoginFailed("token endpoint: " + answer.statusCode() + " " + answer.body());
            }
            JsonNode token = Json.parse(answer.body());
            Instant end = Instant.now().plusSeconds(token.path("expires_in").asLong());
            return new AccessToken(token.path("access_token").asText(), end, "", "");
        } catch (IOException failed) {
            throw new LoginFailed("Keycloak does not answer at " + endpoint.getAuthority(), failed);
        }
    }
}
