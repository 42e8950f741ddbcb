package lockstep.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What one login or refresh has given.
 *
 * @param value the access token as it is sent
 * @param expiresAt when services begin to refuse it
 * @param refreshToken gives the next one within the same session
 * @param idToken the ID token, for a logout
 */
public record AccessToken(String value, Instant expiresAt, String refreshToken, String idToken) {

    /** Its payload, unverified: for looking at, not for trusting. */
    public JsonNode claims() {
        byte[] payload = Base64.getUrlDecoder().decode(value.split("\\.")[1]);
        return Json.parse(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "access token until " + expiresAt;
    }
}
