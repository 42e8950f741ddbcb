package lockstep.evidence;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.TestTokens;

/** Asks for releases and decides them by the public routes. */
final class Releasing {
    static final Map<String, Object> TO_FRANCE = Map.of("kind", "AGENCY", "name", "FR-REP");
    static final Map<String, Object> TO_ELECTORATE = Map.of("kind", "ELECTORATE", "name", Listing.PROGRAMME);

    private Releasing() {}

    static RequestSpecification officer() {
        return People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER)
                .clearance(Clearance.RESTRICTED)
                .level2());
    }

    static Map<String, Object> request(String kind, Object to, VersionRef... items) {
        Map<String, Object> request = new HashMap<>();
        request.put("kind", kind);
        request.put("items", Stream.of(items).toList());
        request.put("to", to);
        request.put("why", "to decide on it");
        return request;
    }

    static ValidatableResponse ask(RequestSpecification by, UUID caseId, Map<String, Object> request) {
        return by.contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/cases/{c}/release-requests", caseId)
                .then();
    }

    /** The id of a request that was made. */
    static String asked(RequestSpecification by, UUID caseId, String kind, Object to, VersionRef... items) {
        return ask(by, caseId, request(kind, to, items))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse act(RequestSpecification by, String id, String verb, Map<String, ?> body) {
        return by.contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/release-requests/{id}/{verb}", id, verb)
                .then();
    }

    static ValidatableResponse approve(String id, Map<String, ?> conditions, VersionRef... items) {
        Map<String, Object> decision = new HashMap<>(conditions);
        decision.put("items", List.of(items));
        return act(officer(), id, "approve", decision);
    }

    /** A release that counts. */
    static String shared(UUID caseId, Object to, Map<String, ?> conditions, VersionRef... items) {
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", to, items);
        approve(id, conditions, items).statusCode(200);
        return id;
    }
}
