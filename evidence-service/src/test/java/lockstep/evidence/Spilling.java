package lockstep.evidence;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.TestTokens;

/** Freezes what was spilled and settles it, by the public routes. */
public final class Spilling {
    public static final Map<String, Object> WHY = Map.of("reason", "Its third paragraph is above the ceiling.");
    public static final Map<String, Object> RESTRICTED = Map.of("level", "EU:RESTREINT_UE", "relTo", List.of("FR-REP"));

    private Spilling() {}

    public static RequestSpecification officer() {
        return of("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER);
    }

    public static RequestSpecification registrar() {
        return of("eeas-registrar", "EU-EEAS", Role.REGISTRAR);
    }

    public static RequestSpecification of(String account, String agency, Role... roles) {
        return People.as(TestTokens.person(account, agency, roles)
                .clearance(Clearance.RESTRICTED)
                .level2());
    }

    public static Response freeze(RequestSpecification by, UUID exhibit) {
        return post(by, exhibit, "", WHY);
    }

    public static void frozen(VersionRef ref) {
        freeze(officer(), ref.exhibitId()).then().statusCode(200);
    }

    public static Response proposePurge(RequestSpecification by, UUID exhibit) {
        return post(by, exhibit, "/purge", WHY);
    }

    public static Response proposeCorrection(RequestSpecification by, UUID exhibit, Map<String, ?> marking) {
        return post(by, exhibit, "/correction", Map.of("reason", "The annex makes it restricted.", "marking", marking));
    }

    public static Response confirm(RequestSpecification by, UUID exhibit) {
        return by.post("/api/v1/exhibits/" + exhibit + "/spill/confirm");
    }

    public static void purged(VersionRef ref) {
        proposePurge(officer(), ref.exhibitId()).then().statusCode(200);
        confirm(registrar(), ref.exhibitId()).then().statusCode(200);
    }

    public static void corrected(VersionRef ref, Map<String, ?> marking) {
        proposeCorrection(officer(), ref.exhibitId(), marking).then().statusCode(200);
        confirm(registrar(), ref.exhibitId()).then().statusCode(200);
    }

    public static Response spill(RequestSpecification by, UUID exhibit) {
        return by.get("/api/v1/exhibits/" + exhibit + "/spill");
    }

    public static Response readers(RequestSpecification by, UUID exhibit) {
        return by.get("/api/v1/exhibits/" + exhibit + "/spill/readers");
    }

    public static Response open(RequestSpecification by, UUID exhibit) {
        return by.get("/api/v1/exhibits/" + exhibit + "/versions/1/content?purpose=test");
    }

    private static Response post(RequestSpecification by, UUID exhibit, String verb, Object body) {
        return by.contentType(ContentType.JSON).body(body).post("/api/v1/exhibits/" + exhibit + "/spill" + verb);
    }
}
