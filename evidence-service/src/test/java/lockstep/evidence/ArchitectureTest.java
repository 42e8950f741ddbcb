package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.auth.Role;
import lockstep.evidence.access.Roles;
import lockstep.kit.testing.ServiceShape;
import org.junit.jupiter.api.Test;

/** The service's shape: what may know what, and how things are called. */
class ArchitectureTest extends ServiceShape {
    ArchitectureTest() {
        super("lockstep.evidence", "lockstep.listing..", "nobody else");
    }

    @Test
    void role_names_are_those_of_the_platform_but_the_administrators() {
        Set<String> platform = Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMIN)
                .map(Role::claim)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Arrays.stream(Roles.class.getFields())
                .map(ArchitectureTest::value)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(platform, named);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
