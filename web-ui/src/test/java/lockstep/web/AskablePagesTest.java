package lockstep.web;

import static io.restassured.RestAssured.given;
import static lockstep.web.Pages.ID;
import static lockstep.web.Pages.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** Nobody is led to ask for a release where the asking would find nothing; why there is no link is said in words. */
@QuarkusTest
@WithTestResource(CannedServices.class)
@TestSecurity(user = "eeas-analyst", roles = "analyst", augmentors = LoggedIn.class)
class AskablePagesTest {
    private static final String KNOWN = "00000000-0000-4000-8000-0000000000b1/versions/1/release";
    private static final String UNKNOWN = "00000000-0000-4000-8000-0000000000b2/versions/3/release";

    @Test
    void the_release_of_a_closed_exhibit_is_offered_where_it_can_be_asked_for() {
        String html = page("/proposals/ID", "en");
        assertTrue(html.contains(KNOWN), html);
        assertFalse(html.contains(UNKNOWN), html);
        assertTrue(html.contains("can be asked for once your agency takes part in deciding this"), html);
        assertFalse(html.contains("href=\"/exhibits/00000000-0000-4000-8000-0000000000b1\""), "it isn't there for him");
        String pack = page("/packages/ID", "en");
        assertTrue(pack.contains("000000000010/versions/2/release?kind=QUOTE"), pack);
        assertFalse(pack.contains("000000000011/versions/1/release"), pack);
    }

    @Test
    void the_form_is_not_shown_where_sending_it_would_find_nothing() {
        String form = "/cases/" + ID + "/exhibits/";
        given().get(form + KNOWN).then().statusCode(200).body(containsString("<form class=\"sheet narrow\""));
        given().get(form + UNKNOWN).then().statusCode(404).body(not(containsString("name=\"why\"")));
    }

    @Test
    @TestSecurity(user = "eu-auditor", roles = "auditor", augmentors = LoggedIn.class)
    void whose_roles_ask_for_no_releases_is_told_so() {
        String html = page("/proposals/ID", "en");
        assertFalse(html.contains("/release\""), html);
        assertTrue(html.contains("your account’s roles ask for no releases"), html);
        given().get("/cases/" + ID + "/exhibits/" + KNOWN).then().body(not(containsString("name=\"why\"")));
    }

    @Test
    void whoever_judges_the_evidence_is_told_what_of_it_is_closed_to_him() {
        for (String act : new String[] {"endorse", "find-sufficient"}) {
            String html = page("/proposals/ID/act/" + act, "en");
            assertTrue(html.contains("Not open to you (any more) of what is cited: 00000000…00b1, version 1 · "), html);
        }
        assertFalse(page("/proposals/ID/act/hold", "en").contains("Not open to you"));
    }
}
