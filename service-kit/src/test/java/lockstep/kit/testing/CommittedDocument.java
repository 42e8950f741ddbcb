package lockstep.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's API document, committed as {@code openapi.yaml} beside its POM. */
public final class CommittedDocument {
    private CommittedDocument() {}

    /** Fails unless the running service tells the same; what it tells is then in {@code target/openapi.yaml}. */
    public static void isTheRunningOne() throws IOException {
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
