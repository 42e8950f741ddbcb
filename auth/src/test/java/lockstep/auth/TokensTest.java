package lockstep.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From verified claims to the person who acts. */
class TokensTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "sub",
            "7c0f",
            "agency",
            "FR-REP",
            "country",
            "FR",
            "clearance",
            "RESTRICTED",
            "preferred_username",
            "fr-voter",
            "acr",
            "level-2",
            "loa_at",
            Map.of("1", NOON.getEpochSecond() - 9_000, "2", NOON.getEpochSecond())));

    private Actor actor() {
        return new Tokens(Agencies.bundled(), Levels.bundled()).actor(claims::get, List.of("voter", "reviewer"));
    }

    @Test
    void a_whole_token_names_person_agency_and_roles() {
        Actor actor = actor();
        assertEquals("7c0f", actor.sub());
        assertEquals("7c0f", actor.pseudonym());
        assertEquals("fr-voter", actor.account());
        assertTrue(actor.of("FR-REP"));
        assertEquals(Clearance.RESTRICTED, actor.clearance());
        assertEquals(Set.of(Role.VOTER, Role.REVIEWER), actor.roles());
        assertTrue(actor.reader().wide().containsAll(Set.of("FR-REP", "FR", "EU27", "EU-COUNCIL")));
    }

    @Test
    void an_administrator_alone_reads_no_content() {
        Tokens tokens = new Tokens(Agencies.bundled(), Levels.bundled());
        for (List<String> roles : List.of(List.of("admin"), List.<String>of(), List.of("offline_access"))) {
            Reader reader = tokens.actor(claims::get, roles).reader();
            assertEquals(Set.of(), reader.levels());
            assertEquals(Set.of(), reader.strict());
            assertEquals(Set.of(), reader.wide());
            assertEquals("FR-REP", reader.agency());
        }
        assertFalse(tokens.actor(claims::get, List.of("admin", "analyst"))
                .reader()
                .levels()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "agency", "country"})
    void a_token_without_one_of_these_is_refused(String claim) {
        claims.remove(claim);
        assertTrue(assertThrows(TokenRefused.class, this::actor).getMessage().contains("no claim " + claim));
        claims.put(claim, " ");
        assertThrows(TokenRefused.class, this::actor);
    }

    @Test
    void an_agency_that_is_not_known_is_refused() {
        claims.put("agency", "FR-DGSE");
        assertThrows(TokenRefused.class, this::actor);
    }

    @Test
    void an_agency_that_has_left_is_refused() throws IOException {
        Agencies left = agencies("- {code: FR-REP, name: X, country: FR, active: false}");
        assertThrows(TokenRefused.class, () -> new Tokens(left, Levels.bundled()).actor(claims::get, List.of("voter")));
    }

    @Test
    void a_country_that_is_not_the_agencys_is_refused() {
        claims.put("country", "US");
        assertThrows(TokenRefused.class, this::actor);
    }

    @Test
    void the_agencys_ceiling_lowers_a_clearance() throws IOException {
        Agencies low = agencies("- {code: FR-REP, name: X, country: FR, ceiling: NONE}");
        Actor actor = new Tokens(low, Levels.bundled()).actor(claims::get, List.of());
        assertEquals(Clearance.NONE, actor.clearance());
        assertFalse(actor.reader().levels().contains("EU:RESTREINT_UE"));
    }

    @Test
    void a_token_may_lower_what_the_agency_allows_and_never_raise_it() {
        claims.put("clearance", "NONE");
        assertEquals(Clearance.NONE, actor().clearance());
        claims.put("clearance", "SECRET");
        assertEquals(Clearance.NONE, actor().clearance());
        claims.remove("clearance");
        assertEquals(Clearance.NONE, actor().clearance());
    }

    @Test
    void foreign_roles_give_nothing() {
        Actor actor = new Tokens(Agencies.bundled(), Levels.bundled())
                .actor(claims::get, List.of("offline_access", "VOTER", "release-officer"));
        assertEquals(Set.of(Role.RELEASE_OFFICER), actor.roles());
    }

    @Test
    void the_stronger_login_counts_for_ten_minutes_from_its_own_time() {
        assertTrue(actor().atLevel2(NOON));
        assertTrue(actor().atLevel2(NOON.plusSeconds(600)));
        assertFalse(actor().atLevel2(NOON.plusSeconds(601)));
    }

    @Test
    void a_fresh_login_at_level_1_does_not_renew_level_2() {
        claims.put("auth_time", NOON.plusSeconds(3_600).getEpochSecond());
        claims.put("loa_at", Map.of("1", NOON.plusSeconds(3_600).getEpochSecond(), "2", NOON.getEpochSecond()));
        assertFalse(actor().atLevel2(NOON.plusSeconds(3_600)));
    }

    @Test
    void level_2_needs_both_the_level_and_its_time() {
        claims.put("acr", "level-1");
        assertNull(actor().level2At());
        claims.put("acr", "2");
        assertNull(actor().level2At());
        claims.put("acr", "level-2");
        claims.put("loa_at", Map.of("1", NOON.getEpochSecond()));
        assertNull(actor().level2At());
        claims.put("loa_at", Map.of("2", "yesterday"));
        assertNull(actor().level2At());
        claims.remove("loa_at");
        assertNull(actor().level2At());
        claims.put("auth_time", NOON.getEpochSecond());
        assertFalse(actor().atLevel2(NOON));
    }

    private static Agencies agencies(String yaml) throws IOException {
        return Agencies.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
