package lockstep.evidence;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;

/** Brings exhibits by the public routes, so that a test begins where it wants to. */
public final class Exhibiting {
    public static final Map<String, Object> TO_COUNCIL = Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"));

    private Exhibiting() {}

    /** A description that is right, with some fields changed; a field set to null is left out. */
    public static Map<String, Object> description(Object... changes) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "title", "Registry extract",
                "sourceType", "CORPORATE_REGISTRY",
                "sourceUrl", "https://registry.example/1",
                "collectedAt", "2026-01-20T09:30:00Z",
                "languages", List.of("en"),
                "reliability", "B",
                "credibility", 2,
                "relianceUse", "DISCLOSABLE_TO_PARTY",
                "personalData", "NONE",
                "mediaType", "text/plain"));
        for (int n = 0; n < changes.length; n += 2) {
            if (changes[n + 1] == null) {
                said.remove((String) changes[n]);
            } else {
                said.put((String) changes[n], changes[n + 1]);
            }
        }
        return said;
    }

    public static UUID registered(RequestSpecification by, UUID caseId, Object... changes) {
        return UUID.fromString(by.contentType(ContentType.JSON)
                .body(description(changes))
                .post("/api/v1/cases/{caseId}/exhibits", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static void filled(RequestSpecification by, UUID exhibit, int version, String content) {
        by.contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/exhibits/{id}/versions/{v}/content", exhibit, version)
                .then()
                .statusCode(200);
    }

    /** A held exhibit of EU-EEAS. */
    public static VersionRef held(UUID caseId, String content, Object... changes) {
        UUID exhibit = registered(People.eeasAnalyst(), caseId, changes);
        filled(People.eeasAnalyst(), exhibit, 1, content);
        return new VersionRef(exhibit, 1);
    }
}
