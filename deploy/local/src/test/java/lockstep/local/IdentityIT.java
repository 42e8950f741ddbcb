package lockstep.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Role;
import lockstep.auth.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Keycloak with the realm's file puts into tokens, and what it asks for before. */
class IdentityIT {
    private static final Set<String> BOTH_SERVICES = Set.of("listing-service", "evidence-service");

    @TempDir
    static Path directory;

    private static Instance instance;

    @BeforeAll
    static void start() {
        instance = Instance.start(Options.in(directory).only(Part.POSTGRES, Part.KEYCLOAK));
    }

    @AfterAll
    static void end() {
        instance.close();
    }

    @Test
    void a_persons_token_carries_these_claims_and_no_others() {
        long before = Instant.now().getEpochSecond();
        JsonNode claims = instance.token("fr-voter").claims();
        assertEquals(
                Set.of(
                        "exp",
                        "iat",
                        "auth_time",
                        "jti",
                        "iss",
                        "aud",
                        "sub",
                        "typ",
                        "azp",
                        "sid",
                        "acr",
                        "allowed-origins",
                        "realm_access",
                        "scope",
                        "loa_at",
                        "country",
                        "email",
                        "email_verified",
                        "agency",
                        "clearance",
                        "preferred_username"),
                names(claims));
        assertEquals(instance.issuer().toString(), claims.path("iss").asText());
        assertEquals(BOTH_SERVICES, texts(claims.path("aud")));
        assertEquals(2, claims.path("aud").size());
        assertEquals("web-ui", claims.path("azp").asText());
        assertEquals("Bearer", claims.path("typ").asText());
        assertEquals(instance.subs().get("fr-voter"), claims.path("sub").asText());
        assertEquals("fr-voter", claims.path("preferred_username").asText());
        assertEquals("FR-REP", claims.path("agency").asText());
        assertEquals("FR", claims.path("country").asText());
        assertEquals("RESTRICTED", claims.path("clearance").asText());
        assertEquals(Set.of("roles"), names(claims.path("realm_access")));
        assertEquals(
                Set.of("voter", "reviewer"), texts(claims.path("realm_access").path("roles")));
        assertEquals("level-2", claims.path("acr").asText());
        assertEquals(Set.of("1", "2"), names(claims.path("loa_at")));
        for (String time : List.of("iat", "auth_time")) {
            assertNow(before, claims.path(time));
        }
        assertNow(before, claims.path("loa_at").path("1"));
        assertNow(before, claims.path("loa_at").path("2"));
        assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertEquals(
                Set.of("openid", "profile", "email"),
                Set.of(claims.path("scope").asText().split(" ")));
        assertEquals("fr-voter@fr-rep.example", claims.path("email").asText());
        assertTrue(claims.path("email_verified").asBoolean());
        assertFalse(claims.path("jti").asText().isBlank());
        assertFalse(claims.path("sid").asText().isBlank());
        assertEquals(Set.of(instance.webUi().toString()), texts(claims.path("allowed-origins")));
    }

    @Test
    void every_demo_account_is_the_actor_that_its_line_says() {
        for (DemoAccount demo : DemoAccount.all().stream()
                .filter(account -> Set.of("eeas-analyst", "us-auditor", "el-voter", "gsc-registrar", "ofac-submitter")
                        .contains(account.account()))
                .toList()) {
            Actor actor = actor(instance.session(demo.account()).token(1));
            assertEquals(demo.account(), actor.account());
            assertTrue(actor.of(demo.agency()));
            assertEquals(Clearance.RESTRICTED, actor.clearance());
            assertEquals(
                    Set.copyOf(demo.roles()),
                    actor.roles().stream().map(Role::claim).collect(Collectors.toSet()));
            assertFalse(actor.atLevel2(Instant.now()));
        }
    }

    @Test
    void a_services_token_names_its_peer_alone_and_no_person() {
        JsonNode claims = instance.serviceToken(Part.LISTING).claims();
        assertEquals("evidence-service", claims.path("aud").asText());
        assertEquals("listing-service", claims.path("azp").asText());
        assertEquals(
                "service-account-listing-service",
                claims.path("preferred_username").asText());
        assertEquals("level-1", claims.path("acr").asText("level-1"));
        for (String absent : List.of("agency", "country", "clearance", "loa_at", "auth_time", "realm_access")) {
            assertTrue(claims.path(absent).isMissingNode(), absent);
        }
        assertEquals(
                "listing-service",
                instance.serviceToken(Part.EVIDENCE).claims().path("aud").asText());
    }

    @Test
    void level_1_asks_for_name_and_password_and_a_step_up_for_the_password_alone() {
        Session session = instance.session("de-voter");
        AccessToken first = session.token(1);
        assertEquals(List.of("username+password"), session.prompts());
        assertEquals("level-1", first.claims().path("acr").asText());
        assertEquals(Set.of("1"), names(first.claims().path("loa_at")));
        AccessToken second = session.token(2);
        assertEquals(List.of("password"), session.prompts());
        assertEquals("level-2", second.claims().path("acr").asText());
        assertEquals(first.claims().path("sid"), second.claims().path("sid"));
    }

    @Test
    void a_fresh_level_2_is_not_asked_for_again() {
        Session session = instance.session("it-voter");
        AccessToken first = session.token(2);
        assertEquals(List.of("username+password", "password"), session.prompts());
        AccessToken second = session.token(2);
        assertEquals(List.of(), session.prompts());
        assertEquals(first.claims().path("loa_at"), second.claims().path("loa_at"));
    }

    @Test
    void without_a_prompt_a_session_at_level_1_is_not_lifted() {
        Session session = instance.session("es-voter");
        session.token(1);
        LoginFailed refused =
                assertThrows(LoginFailed.class, () -> session.token(Map.of("acr_values", "level-2", "prompt", "none")));
        assertEquals("login_required", refused.getMessage());
    }

    @Test
    void a_login_at_level_1_elsewhere_renews_auth_time_but_not_the_time_of_level_2() {
        Session session = instance.session("pl-voter");
        AccessToken strong = session.token(2);
        Waiting.pause(Duration.ofMillis(2_100));
        session.elsewhere().token(Map.of("prompt", "login"));
        JsonNode refreshed = session.refresh(strong).claims();
        assertEquals("level-2", refreshed.path("acr").asText());
        assertTrue(refreshed.path("auth_time").asLong()
                > strong.claims().path("auth_time").asLong());
        assertEquals(
                strong.claims().path("loa_at").path("2"),
                refreshed.path("loa_at").path("2"));
    }

    @Test
    void a_wrong_password_gives_no_token() {
        LoginFailed refused = assertThrows(
                LoginFailed.class,
                () -> instance.login().session("se-voter", "wrong").token(1));
        assertTrue(refused.getMessage().contains("se-voter"), refused.getMessage());
    }

    @Test
    void no_client_takes_a_password_instead_of_the_form() throws IOException {
        URI endpoint = URI.create(instance.issuer() + "/protocol/openid-connect/token");
        for (String client : List.of("admin-cli", "web-ui", "listing-service")) {
            int status = Http.post(
                            endpoint,
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    client,
                                    "username",
                                    "fr-voter",
                                    "password",
                                    instance.accounts().password("fr-voter")))
                    .statusCode();
            assertTrue(status == 400 || status == 401, client + " " + status);
        }
    }

    private static Actor actor(AccessToken token) {
        JsonNode claims = token.claims();
        Tokens tokens = new Tokens(Agencies.bundled(), Levels.bundled());
        return tokens.actor(
                name -> claims.path(name).isValueNode() ? claims.path(name).asText() : null,
                texts(claims.path("realm_access").path("roles")));
    }

    private static void assertNow(long before, JsonNode seconds) {
        long late = seconds.asLong() - before;
        assertTrue(late >= 0 && late <= 120, seconds + " is not now");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }
}
