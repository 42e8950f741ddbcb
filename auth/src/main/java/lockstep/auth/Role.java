package lockstep.auth;

import java.util.Arrays;
import java.util.Optional;

/** A kind of work, as the identity provider grants it; it never gives a seat: seats are appointments. */
public enum Role {
    ANALYST,
    SUBMITTER,
    REVIEWER,
    LEGAL,
    VOTER,
    CHAIR,
    RELEASE_OFFICER,
    SECRETARIAT,
    PUBLISHER,
    REGISTRAR,
    AUDITOR,
    ADMIN;

    /** The realm role's name in a token, e.g. {@code release-officer}. */
    public String claim() {
        return name().toLowerCase().replace('_', '-');
    }

    /** The role of that realm role name; empty for a name that is not the platform's. */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
