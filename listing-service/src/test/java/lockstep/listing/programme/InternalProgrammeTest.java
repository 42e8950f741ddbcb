package lockstep.listing.programme;

import static io.restassured.RestAssured.given;
import static lockstep.listing.testing.People.as;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.People;
import org.junit.jupiter.api.Test;

/** evidence-service asks which programmes there are, and no person does there. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InternalProgrammeTest {
    private static final String KNOWN = "/internal/programmes";

    @Test
    void the_service_is_told_the_codes_and_no_person_may_ask() {
        given().auth()
                .preemptive()
                .oauth2(TestTokens.service("evidence-service"))
                .get(KNOWN)
                .then()
                .statusCode(200)
                .body("codes", hasItems("EU-833-IV", "US-BIS-EL"), "codes", not(hasItems("EU-833-VI")));
        as(People.eeasAnalyst()).get(KNOWN).then().statusCode(403);
        given().get(KNOWN).then().statusCode(401);
    }
}
