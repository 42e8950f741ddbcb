package lockstep.listing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.testing.EvidenceStandIn;
import org.junit.jupiter.api.Test;

/** The committed API document is the running service's; {@code -Dlockstep.openapi.write=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void the_committed_document_is_the_running_one() throws IOException {
        String running = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("lockstep.openapi.write")) {
            Files.writeString(COMMITTED, running);
        }
        assertEquals(Files.readString(COMMITTED), running);
    }
}
