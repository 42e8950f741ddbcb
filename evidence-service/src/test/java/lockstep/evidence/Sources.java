package lockstep.evidence;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.TestTokens;

/** Seals sources and opens them by the public routes. */
final class Sources {
    private Sources() {}

    /** Who brings the exhibits, at level 2. */
    static RequestSpecification sealer() {
        return level2("eeas-analyst", "EU-EEAS", Role.ANALYST);
    }

    static RequestSpecification level2(String account, String agency, Role... roles) {
        return People.as(TestTokens.person(account, agency, roles)
                .clearance(Clearance.RESTRICTED)
                .level2());
    }

    static void sealed(VersionRef ref, String identity) {
        seal(sealer(), ref, Map.of("identity", identity)).then().statusCode(200);
    }

    static Response seal(RequestSpecification by, VersionRef ref, Map<String, ?> details) {
        return post(by, ref, "source", details);
    }

    static Response open(RequestSpecification by, VersionRef ref) {
        return open(by, ref, "To keep the person safe");
    }

    static Response open(RequestSpecification by, VersionRef ref, String purpose) {
        return post(by, ref, "source/open", Map.of("purpose", purpose));
    }

    static Response name(RequestSpecification by, VersionRef ref, String account) {
        return post(by, ref, "source/handlers", Map.of("sub", TestTokens.sub(account)));
    }

    static Response act(RequestSpecification by, VersionRef ref, String handlerId, String verb) {
        return post(by, ref, "source/handlers/" + handlerId + "/" + verb, Map.of());
    }

    static String handler(VersionRef ref, String account) {
        return sealer().get("/api/v1/exhibits/{id}/source", ref.exhibitId())
                .path("handlers.find { it.account == '" + account + "' && it.endedAt == null }.id");
    }

    static Response post(RequestSpecification by, VersionRef ref, String verb, Map<String, ?> body) {
        return by.contentType(ContentType.JSON).body(body).post("/api/v1/exhibits/" + ref.exhibitId() + "/" + verb);
    }
}
