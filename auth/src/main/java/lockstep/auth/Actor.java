package lockstep.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A person at work, built from a verified token alone.
 *
 * @param sub the account's immutable id
 * @param account its login name, for showing only: never a key
 * @param clearance already lowered to the agency's ceiling
 * @param level2At when the stronger login was made; null if the token is not at level 2
 */
public record Actor(
        String sub,
        String account,
        Agency agency,
        Clearance clearance,
        Set<Role> roles,
        Instant level2At,
        Reader reader)
        implements Principal {

    /** A stronger login counts for this long. */
    public static final Duration LEVEL_2_LASTS = Duration.ofMinutes(10);

    public Actor {
        roles = Set.copyOf(roles);
    }

    @Override
    public String pseudonym() {
        return sub;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean of(String agencyCode) {
        return agency.code().equals(agencyCode);
    }

    /** True if the stronger login is fresh at that instant. */
    public boolean atLevel2(Instant now) {
        return level2At != null && !level2At.plus(LEVEL_2_LASTS).isBefore(now);
    }
}
