package lockstep.web;

import static io.restassured.RestAssured.given;
import static lockstep.web.Pages.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** What a history shows of rows that are about nothing, or that nobody's account stands in. */
@QuarkusTest
@WithTestResource(CannedServices.class)
@TestSecurity(user = "us-auditor", roles = "auditor", augmentors = LoggedIn.class)
class HistoryPagesTest {

    @Test
    void a_refusal_about_nothing_that_could_be_seen_stands_in_the_auditors_history() {
        String html = page("/history", "en");
        assertTrue(html.contains("<b>Access denied</b>"), html);
        assertFalse(html.contains("request <code"), html);
    }

    @Test
    void what_a_service_did_by_itself_is_told_as_its_own() {
        assertTrue(page("/history", "en").contains("<span class=\"muted\">Lockstep itself (scan)</span>"));
        assertTrue(page("/history", "fr").contains("<span class=\"muted\">Lockstep lui-même (scan)</span>"));
    }

    @Test
    void whose_act_it_would_be_is_said_once_and_in_the_names_of_the_roles() {
        String forbidden = "/cases/00000000-0000-4000-8000-0000000000f9";
        given().header("Accept-Language", "en")
                .get(forbidden)
                .then()
                .statusCode(403)
                .body(containsString("this. It is for: Analyst, Release officer."))
                .body(not(containsString("lacks the role, seat or office for it")))
                .body(not(containsString("release-officer")));
        given().header("Accept-Language", "fr")
                .get(forbidden)
                .then()
                .statusCode(403)
                .body(containsString("C’est l’affaire de\u202f: Analyste, Responsable de la diffusion."));
    }
}
