package lockstep.evidence;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What an answer must be that refuses: a problem document of that type. */
public final class Problems {
    private Problems() {}

    public static ValidatableResponse problem(Response answer, int status, String reason) {
        return problem(answer.then(), status, reason);
    }

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String reason) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lockstep:problem:" + reason));
    }
}
