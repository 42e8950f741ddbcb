package lockstep.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The realm's file says what the code says, and lets nobody in by a side door. */
class RealmTest {
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.toUnmodifiableSet());
    private final JsonNode realm = read();

    private static JsonNode read() {
        try (InputStream file = Agencies.class.getResourceAsStream("realm.json")) {
            return new ObjectMapper().readTree(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_realm_roles_are_the_roles_of_the_code() {
        assertEquals(ROLES, Set.copyOf(realm.path("roles").path("realm").findValuesAsText("name")));
        assertEquals(ROLES.size(), realm.path("roles").path("realm").size(), "a role stands twice");
    }

    @Test
    void every_role_reaches_the_token_of_the_pages_client() {
        assertEquals(1, realm.path("scopeMappings").size());
        JsonNode mapping = realm.path("scopeMappings").path(0);
        assertEquals("web-ui", mapping.path("client").asText());
        assertEquals(ROLES, Set.copyOf(texts(mapping.path("roles"))));
    }

    @Test
    void it_holds_no_users_and_no_secret() {
        assertTrue(realm.path("users").isMissingNode());
        for (JsonNode client : realm.path("clients")) {
            String secret = client.path("secret").asText("${NONE}");
            assertTrue(secret.matches("\\$\\{[A-Z_]+}"), client.path("clientId").asText());
        }
    }

    @Test
    void no_client_takes_a_password_and_none_gives_more_than_it_is_mapped() {
        for (JsonNode client : realm.path("clients")) {
            String id = client.path("clientId").asText();
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), id);
            assertFalse(
                    client.path("fullScopeAllowed")
                            .asBoolean(client.path("enabled").asBoolean()),
                    id);
        }
    }

    @Test
    void the_second_level_is_a_second_factor_unless_a_trial_asks_otherwise() {
        assertEquals(
                "${BROWSER_FLOW:browser production}", realm.path("browserFlow").asText());
    }

    @Test
    void the_stronger_login_is_asked_again_before_the_code_stops_counting_it() {
        int seconds = StreamSupport.stream(realm.path("authenticatorConfig").spliterator(), false)
                .filter(config -> config.path("alias").asText().equals("level 2"))
                .mapToInt(config -> config.path("config").path("loa-max-age").asInt())
                .sum();
        assertTrue(
                seconds >= 300
                        && seconds <= Actor.LEVEL_2_LASTS.minusSeconds(60).toSeconds(),
                seconds + " s");
    }

    @Test
    void an_account_may_hold_the_clearances_of_the_code_and_cannot_edit_what_proves_it() throws Exception {
        String text = realm.at(
                        "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                .asText();
        JsonNode attributes = new ObjectMapper().readTree(text).path("attributes");
        for (JsonNode attribute : attributes) {
            if (List.of("agency", "country", "clearance")
                    .contains(attribute.path("name").asText())) {
                assertEquals(List.of("admin"), texts(attribute.at("/permissions/edit")));
            }
            if (attribute.path("name").asText().equals("clearance")) {
                List<String> names =
                        Arrays.stream(Clearance.values()).map(Enum::name).toList();
                assertEquals(names, texts(attribute.at("/validations/options/options")));
            }
        }
        assertTrue(attributes.findValuesAsText("name").containsAll(List.of("agency", "country", "clearance")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
