package lockstep.web.work;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lockstep.web.CannedServices;
import lockstep.web.LoggedIn;
import org.junit.jupiter.api.Test;

/** Deadlines where they are shown: in three zones, as a calendar without a case, and what was not mailed. */
@QuarkusTest
@WithTestResource(CannedServices.class)
@TestSecurity(user = "eeas-analyst", roles = "analyst", augmentors = LoggedIn.class)
class DeadlinesTest {
    @TestHTTPResource("/changes?since=2026-11-24T11:00:00Z")
    URI changes;

    @Test
    void my_work_shows_a_deadline_with_its_zones_and_what_no_mail_told() {
        given().header("Accept-Language", "en")
                .get("/")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("12:00 Brussels, 11:00 UTC"),
                        containsString("data-watch=\"*\""),
                        containsString("no confirmed address"),
                        containsString("The mail server did not take it")));
    }

    @Test
    void a_page_watches_what_it_shows() {
        String id = "00000000-0000-4000-8000-00000000000";
        given().get("/rounds/" + id + "7").then().body(containsString("data-watch=\"" + id + "7 " + id + "6\""));
        given().get("/packages/" + id + "6").then().body(containsString("data-watch=\"" + id + "6\""));
    }

    @Test
    void the_calendar_has_each_deadline_and_no_word_of_a_case() {
        String calendar = given().header("Accept-Language", "fr")
                .get("/work/deadlines.ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        assertEquals(1, calendar.split("BEGIN:VEVENT", -1).length - 1, calendar);
        assertTrue(
                calendar.contains("DTSTART:20261125T110000Z") && calendar.contains("SUMMARY:Lockstep: Voter"),
                calendar);
        assertFalse(
                calendar.contains("EU-833") || calendar.contains("Meridian") || calendar.contains("0000-4000"),
                calendar);
    }

    @Test
    void a_change_reaches_the_page_as_it_comes_and_the_token_does_not() throws Exception {
        Instant before = Instant.now();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(changes)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertEquals(200, answer.statusCode());
            assertEquals(List.of("text/event-stream"), answer.headers().allValues("Content-Type"));
            assertEquals("event: opened", lines.readLine());
            assertEquals("data: {\"asked\":\"since=2026-11-24T11:00:00Z\",\"bearer\":true}", lines.readLine());
            assertTrue(Duration.between(before, Instant.now()).toSeconds() < 4, "not only when the stream ends");
        }
    }
}
