package lockstep.kit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Role;
import lockstep.auth.Tokens;

/** Access tokens as the realm makes them, and with whatever a test wants to be wrong in them. */
public final class TestTokens {
    static final Duration LIFE = Duration.ofMinutes(30);
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final Levels LEVELS = Levels.bundled();
    private static final List<String> BOTH_SERVICES = List.of("listing-service", "evidence-service");

    private final Map<String, Object> claims;

    private TestTokens(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** A person of a known agency, cleared for nothing, logged in at level 1. */
    public static TestTokens person(String account, String agency, Role... roles) {
        Map<String, Object> claims = common(account, "web-ui", BOTH_SERVICES);
        claims.put("agency", agency);
        claims.put("country", AGENCIES.find(agency).map(Agency::country).orElse("XX"));
        claims.put(
                "realm_access",
                Map.of("roles", Stream.of(roles).map(Role::claim).toList()));
        return new TestTokens(claims);
    }

    /** The access token of a service's own account, signed and ready. */
    public static String service(String client) {
        Map<String, Object> claims = common("service-account-" + client, client, BOTH_SERVICES);
        claims.put("realm_access", Map.of("roles", List.of()));
        return TestIdentity.signed(claims);
    }

    /** The same for the same account in every run. */
    public static String sub(String account) {
        return UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Object> common(String account, String client, List<String> audience) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", TestIdentity.issuer());
        claims.put("sub", sub(account));
        claims.put("aud", audience);
        claims.put("azp", client);
        claims.put("preferred_username", account);
        claims.put("typ", "Bearer");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("acr", "level-1");
        return claims;
    }

    /** With the stronger login made just now. */
    public TestTokens level2() {
        return level2(Instant.now());
    }

    public TestTokens level2(Instant at) {
        Map<String, Object> reached = new HashMap<>();
        reached.put("1", at.getEpochSecond());
        reached.put("2", at.getEpochSecond());
        return claim("acr", "level-2").claim("loa_at", reached).claim("auth_time", at.getEpochSecond());
    }

    public TestTokens clearance(Clearance clearance) {
        return claim("clearance", clearance.name());
    }

    public TestTokens country(String country) {
        return claim("country", country);
    }

    public TestTokens audience(String... audience) {
        return claim("aud", List.of(audience));
    }

    public TestTokens issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TestTokens expiring(Instant at) {
        return claim("exp", at.getEpochSecond());
    }

    public TestTokens claim(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return new TestTokens(changed);
    }

    public TestTokens without(String claim) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new TestTokens(changed);
    }

    /** Signed, as it goes behind {@code Bearer}. */
    public String token() {
        return TestIdentity.signed(claims);
    }

    /** The actor a service makes of it, for tests that use no HTTP. */
    public Actor actor() {
        Object roles = ((Map<?, ?>) claims.get("realm_access")).get("roles");
        return new Tokens(AGENCIES, LEVELS)
                .actor(
                        claims::get,
                        ((List<?>) roles).stream().map(Object::toString).toList());
    }
}
