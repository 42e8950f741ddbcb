package lockstep.listing.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Asserts refusals by status and problem type, never by their prose; none may show how the service is built. */
public final class Problems {
    private Problems() {}

    public static ValidatableResponse refused(Response answer, int status, String reason) {
        return answer.then()
                .log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(not(containsString("Exception")))
                .body("type", equalTo("urn:lockstep:problem:" + reason));
    }
}
