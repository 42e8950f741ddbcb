package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Brings content and looks at it by the public routes. */
final class Looking {
    static final String PAGE = "/api/v1/viewings/{id}/pages/{n}";
    static final String IMAGE = PAGE + "/image";
    static final Map<String, Object> OPEN = Exhibiting.TO_COUNCIL;
    private static final String VIEWINGS = "/api/v1/exhibits/{id}/versions/1/viewings";

    private Looking() {}

    static UUID held(byte[] content, String type, Map<String, Object> marking) {
        UUID exhibit = Exhibiting.registered(
                People.eeasAnalyst(), Listing.caseOf("EU-EEAS", "EU-COM"), "marking", marking, "mediaType", type);
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                .then()
                .statusCode(200);
        return exhibit;
    }

    static Response begun(RequestSpecification by, UUID exhibit, String... purpose) {
        return by.contentType(ContentType.JSON)
                .body(purpose.length == 0 ? Map.of() : Map.of("purpose", purpose[0]))
                .post(VIEWINGS, exhibit);
    }

    static void assertRefused(byte[] content, String type, String reason) {
        UUID exhibit = held(content, type, OPEN);
        problem(begun(People.comAnalyst(), exhibit), 409, reason);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", exhibit)
                .then()
                .body("items.outcome", contains("DONE", "DONE", "REFUSED"), "items[2].payload.code", equalTo(reason));
    }
}
