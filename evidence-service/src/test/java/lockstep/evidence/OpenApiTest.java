package lockstep.evidence;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** The committed API document is the running service's. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class OpenApiTest {

    @Test
    void the_committed_document_is_the_running_one() throws IOException {
        String running = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(Path.of("target/openapi.yaml"), running);
        assertEquals(
                Files.readString(Path.of("openapi.yaml")), running, "if it is meant so, commit target/openapi.yaml");
    }
}
