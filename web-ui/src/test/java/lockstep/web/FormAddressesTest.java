package lockstep.web;

import static io.restassured.RestAssured.given;
import static lockstep.web.Pages.ID;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The language can be changed, and a page loaded again, wherever a form was answered: every such address can be got. */
@QuarkusTest
@WithTestResource(CannedServices.class)
@TestSecurity(user = "eeas-analyst", roles = "analyst", augmentors = LoggedIn.class)
class FormAddressesTest {
    /** They answer no page: what they are sent changes a cookie or brings bytes. */
    private static final Set<String> NO_PAGE = Set.of("/preferences", "/logout-here", "/batches/{id}/uploads");

    @Test
    void every_address_that_a_form_is_sent_to_can_be_got_too() {
        Map<String, Integer> refused = new TreeMap<>();
        List<String> all = addresses();
        assertTrue(all.size() > 40, all.toString());
        for (String one : all) {
            String address = one.replaceAll("\\{(version|n)[^}]*}", "1").replaceAll("\\{[^}]*}", ID);
            int status = given().redirects().follow(false).get(address).statusCode();
            if (status == 405 || status == 500) {
                refused.put(one, status);
            }
        }
        assertEquals(Map.of(), refused);
    }

    @Test
    void what_has_no_page_leads_to_the_one_with_its_form() {
        leads("/releases/" + ID + "/check", "/releases/" + ID + "/decide");
        leads("/rounds/" + ID + "/check", "/rounds/" + ID);
        leads("/renewals/EU-833-IV/sheets", "/renewals/EU-833-IV");
        leads("/storage/verify", "/storage");
        leads("/rounds/a%20b/vote", "/rounds/a%20b");
    }

    @Test
    void the_question_what_for_can_be_got_where_it_is_asked() {
        given().get("/exhibits/" + ID + "/versions/1/view")
                .then()
                .statusCode(200)
                .body(containsString("name=\"purpose\""));
        leads("/exhibits/" + ID + "/versions/2/view", "/exhibits/" + ID);
    }

    private static void leads(String from, String to) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(from)
                .then()
                .statusCode(303)
                .header("Location", endsWith(to));
    }

    private static List<String> addresses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lockstep.web").stream()
                        .filter(resource -> resource.isAnnotatedWith(Path.class) && !resource.isInterface())
                        .flatMap(resource -> resource.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(POST.class))
                                .map(method -> joined(
                                        resource.getAnnotationOfType(Path.class).value(),
                                        method.isAnnotatedWith(Path.class)
                                                ? method.getAnnotationOfType(Path.class)
                                                        .value()
                                                : "")))
                        .filter(address -> !NO_PAGE.contains(address))
                        .distinct()
                        .toList();
    }

    private static String joined(String ofClass, String ofMethod) {
        return ("/" + ofClass + "/" + ofMethod).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
