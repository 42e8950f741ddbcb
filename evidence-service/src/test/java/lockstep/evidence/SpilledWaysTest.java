package lockstep.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import lockstep.auth.Actor;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What is frozen is given on none of the ways by which content goes out; each of them gave it before. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SpilledWaysTest {
    /** More than the network holds by itself. */
    private static final int LARGE = 64 << 20;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    private static final List<Supplier<RequestSpecification>> READERS =
            List.of(People::eeasAnalyst, Spilling::officer, Spilling::registrar, People::comAnalyst);

    /** Each route that can be read, with this exhibit put in wherever it asks for something. */
    private List<String> reading(UUID caseId, VersionRef ref) throws IOException {
        String document = given().get("/q/openapi?format=json").then().extract().asString();
        List<String> routes = new ArrayList<>();
        JsonNode paths = json.readTree(document).required("paths");
        paths.fieldNames().forEachRemaining(path -> {
            if (paths.get(path).has("get")) {
                routes.add(path);
            }
        });
        assertTrue(routes.size() > 20, "the document names its routes");
        return routes.stream()
                .map(path -> path.replace("{caseId}", caseId.toString())
                        .replace("{code}", "EU-EEAS")
                        .replace("{id}", ref.exhibitId().toString())
                        .replaceAll("\\{(v|n)}", "1"))
                .toList();
    }

    /** Of these routes those by which somebody gets the words of the content, with and without what can be asked beside. */
    private static Map<String, Set<Integer>> giving(List<String> routes, String words) {
        Map<String, Set<Integer>> giving = new TreeMap<>();
        for (String route : routes) {
            for (String beside : List.of("", "?purpose=test", "?inline=true", "?original=true&purpose=test")) {
                READERS.forEach(by -> {
                    Response answer = by.get().get(route + beside);
                    if (new String(answer.asByteArray(), StandardCharsets.ISO_8859_1).contains(words)) {
                        giving.computeIfAbsent(route, any -> new TreeSet<>()).add(answer.statusCode());
                    }
                });
            }
        }
        return giving;
    }

    @Test
    void every_route_that_gave_the_content_refuses_it_once_it_is_frozen() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        String words = "never-to-be-read-again-" + UUID.randomUUID();
        VersionRef ref = Exhibiting.held(caseId, words, "marking", Exhibiting.TO_COUNCIL);
        List<String> routes = reading(caseId, ref);
        Map<String, Set<Integer>> before = giving(routes, words);
        assertTrue(before.containsKey("/api/v1/exhibits/" + ref.exhibitId() + "/versions/1/content"), before::toString);
        Spilling.frozen(ref);
        assertEquals(Map.of(), giving(routes, words));
        for (String route : before.keySet()) {
            READERS.forEach(by -> Problems.problem(by.get().get(route + "?purpose=test"), 409, "frozen"));
        }
        Problems.problem(
                People.eeasAnalyst().get("/api/v1/exhibits/{id}/versions/1/handling", ref.exhibitId()), 409, "frozen");
        Problems.problem(
                People.eeasAnalyst().post("/api/v1/exhibits/{id}/versions/1/parts", ref.exhibitId()), 409, "frozen");
        Problems.problem(
                People.eeasAnalyst()
                        .contentType("application/octet-stream")
                        .body(words.getBytes(StandardCharsets.UTF_8))
                        .put("/api/v1/exhibits/{id}/versions/1/content", ref.exhibitId()),
                409,
                "frozen");
    }

    @Test
    void a_look_that_lasts_ends_with_the_freeze() {
        String words = "looked-at-" + UUID.randomUUID();
        VersionRef ref = Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), words, "marking", Exhibiting.TO_COUNCIL);
        String begin = "/api/v1/exhibits/" + ref.exhibitId() + "/versions/1/viewings";
        String look = People.comAnalyst()
                .contentType("application/json")
                .body("{}")
                .post(begin)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String page = "/api/v1/viewings/" + look + "/pages/1";
        assertTrue(People.comAnalyst().get(page).asString().contains(words), "a look gives the words");
        Spilling.frozen(ref);
        Problems.problem(People.comAnalyst().get(page), 409, "frozen");
        Problems.problem(
                People.comAnalyst().contentType("application/json").body("{}").post(begin), 409, "frozen");
    }

    @Test
    void the_database_gives_no_person_the_key_though_the_service_forgot_to_ask() {
        VersionRef ref = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Key. " + UUID.randomUUID());
        Actor own = TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST)
                .clearance(Clearance.RESTRICTED)
                .actor();
        String keys = "select count(b.wrapped_key) from blob b join exhibit_version v on v.blob_id = b.id"
                + " where v.exhibit_id = '" + ref.exhibitId() + "'";
        assertEquals(1, number(own, keys));
        Spilling.frozen(ref);
        assertEquals(0, number(own, keys));
        String letGo = "update exhibit set frozen_at = null where id = '" + ref.exhibitId() + "'";
        Exception refused = assertThrows(
                Exception.class,
                () -> Acting.asActor(own, () -> QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(letGo).executeUpdate())));
        assertTrue(refused.getMessage().contains("nobody freezes or lets go by hand"), refused::getMessage);
    }

    private long number(Actor reader, String query) {
        return Acting.asActor(reader, () -> QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(query, Long.class).getSingleResult()));
    }

    @Test
    void a_download_that_runs_when_it_is_frozen_breaks_off_and_its_reader_is_listed() throws Exception {
        byte[] large = new byte[LARGE];
        new Random(5).nextBytes(large);
        UUID exhibit = Exhibiting.registered(
                People.eeasAnalyst(), Listing.caseOf("EU-EEAS", "EU-COM"), "marking", Exhibiting.TO_COUNCIL);
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(large)
                .put("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                .then()
                .statusCode(200);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Uploading.service() + "/api/v1/exhibits/" + exhibit + "/versions/1/content"))
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.person("com-analyst", "EU-COM", Role.ANALYST)
                                        .token())
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                InputStream running = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertEquals(1 << 16, running.readNBytes(1 << 16).length);
            Spilling.freeze(Spilling.officer(), exhibit).then().statusCode(200);
            IOException brokenOff = assertThrows(IOException.class, running::readAllBytes);
            assertFalse(brokenOff.getMessage().isEmpty());
        }
        Spilling.readers(Spilling.officer(), exhibit)
                .then()
                .statusCode(200)
                .body("items.account", contains("com-analyst"));
    }
}
