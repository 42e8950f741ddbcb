package lockstep.evidence;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;

/** Brings redacted copies by the public routes. */
final class Redacting {
    private Redacting() {}

    /** The copy of a version of EU-EEAS, looked through and found fit to go out. */
    static VersionRef copyOf(VersionRef whole, String content) {
        UUID id = UUID.fromString(People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title", "With a name taken out",
                        "mediaType", "text/plain",
                        "removed", "A name",
                        "reason", "It is nobody's business",
                        "passages", List.of("Anna Example")))
                .post("/api/v1/exhibits/{id}/versions/{v}/redacted-copies", whole.exhibitId(), whole.version())
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Exhibiting.filled(People.eeasAnalyst(), id, 1, content);
        VersionRef copy = new VersionRef(id, 1);
        checked(copy);
        return copy;
    }

    static void checked(VersionRef copy) {
        People.eeasAnalyst()
                .post("/api/v1/exhibits/{id}/versions/{v}/redaction-check", copy.exhibitId(), copy.version())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("GONE"));
    }

    /** The condition under which a copy goes out in the place of a version. */
    static Map<String, Object> instead(VersionRef of, VersionRef copy) {
        return Map.of(
                "redactedCopies", List.of(Map.of("exhibitId", of.exhibitId(), "version", of.version(), "copy", copy)));
    }
}
