package lockstep.evidence;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.kit.testing.TestTokens;

/** The persons of these tests, and a request as each of them. */
public final class People {
    private People() {}

    public static RequestSpecification eeasAnalyst() {
        return as(TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).clearance(Clearance.RESTRICTED));
    }

    public static RequestSpecification comAnalyst() {
        return as(TestTokens.person("com-analyst", "EU-COM", Role.ANALYST));
    }

    public static RequestSpecification bisAnalyst() {
        return as(TestTokens.person("bis-analyst", "US-BIS", Role.ANALYST));
    }

    public static RequestSpecification frenchVoter() {
        return as(TestTokens.person("fr-voter", "FR-REP", Role.VOTER, Role.REVIEWER));
    }

    public static RequestSpecification administrator() {
        return as(TestTokens.person("eeas-admin", "EU-EEAS", Role.ADMIN));
    }

    public static RequestSpecification auditor() {
        return as(TestTokens.person("eu-auditor", "EU-GSC", Role.AUDITOR));
    }

    public static RequestSpecification listingService() {
        return given().auth().preemptive().oauth2(TestTokens.service("listing-service"));
    }

    public static RequestSpecification as(TestTokens person) {
        return given().auth().preemptive().oauth2(person.token());
    }
}
