package lockstep.auth;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Turns the claims of a verified access token into the person who acts. */
public final class Tokens {
    /** Value of {@code acr} for the stronger login. */
    public static final String LEVEL_2 = "level-2";

    private final Agencies agencies;
    private final Levels levels;

    public Tokens(Agencies agencies, Levels levels) {
        this.agencies = agencies;
        this.levels = levels;
    }

    /**
     * The actor that these claims name. Issuer, audience, signature and expiry have been checked before.
     *
     * @param claim gives a claim's value by its name, or null
     * @param roles the realm roles; others than the platform's are ignored
     * @throws TokenRefused without {@code sub}, a known {@code agency}, or that agency's {@code country}
     */
    public Actor actor(Function<String, Object> claim, Collection<String> roles) {
        String sub = required(claim, "sub");
        String code = required(claim, "agency");
        String country = required(claim, "country");
        Agency agency = agencies.find(code)
                .filter(Agency::active)
                .orElseThrow(() -> new TokenRefused("the agency of this account is not known here"));
        if (!agency.country().equals(country)) {
            throw new TokenRefused("the country of this account is not its agency's");
        }
        Clearance clearance = clearance(claim.apply("clearance")).atMost(agency.ceiling());
        Object account = claim.apply("preferred_username");
        Set<Role> held = platformRoles(roles);
        return new Actor(
                sub,
                account == null ? sub : account.toString(),
                agency,
                clearance,
                held,
                level2At(claim),
                held.stream().allMatch(role -> role == Role.ADMIN)
                        ? Reader.ofNoContent(sub, agency)
                        : Reader.of(sub, agency, clearance, agencies, levels));
    }

    private static String required(Function<String, Object> claim, String name) {
        Object value = claim.apply(name);
        if (value == null || value.toString().isBlank()) {
            throw new TokenRefused("the token has no claim " + name);
        }
        return value.toString();
    }

    private static Clearance clearance(Object value) {
        try {
            return value == null ? Clearance.NONE : Clearance.valueOf(value.toString());
        } catch (IllegalArgumentException unknown) {
            return Clearance.NONE;
        }
    }

    private static Set<Role> platformRoles(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> Role.ofClaim(name).ifPresent(roles::add));
        return roles;
    }

    /** {@code auth_time} is the session's last login at any level, so only the time of level 2 itself counts. */
    private static Instant level2At(Function<String, Object> claim) {
        Object acr = claim.apply("acr");
        if (acr == null || !LEVEL_2.equals(acr.toString()) || !(claim.apply("loa_at") instanceof Map<?, ?> reached)) {
            return null;
        }
        Object at = reached.get("2");
        try {
            return at == null ? null : Instant.ofEpochSecond(Long.parseLong(at.toString()));
        } catch (NumberFormatException notSeconds) {
            return null;
        }
    }
}
