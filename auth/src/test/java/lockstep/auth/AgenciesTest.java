package lockstep.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file of agencies holds both sides as the two programmes need them. */
class AgenciesTest {
    private final Agencies agencies = Agencies.bundled();

    @Test
    void the_union_has_27_seats_and_the_council_its_institutions() {
        assertEquals(27, in("EU27").size());
        Set<String> institutions = in("EU-COUNCIL");
        institutions.removeAll(in("EU27"));
        assertEquals(Set.of("EU-PRES", "EU-GSC", "EU-CLS", "EU-EEAS", "EU-COM", "EU-OP"), institutions);
    }

    @Test
    void the_end_user_review_committee_has_five_agencies() {
        assertEquals(Set.of("US-BIS", "US-STATE", "US-DOD", "US-DOE", "US-TREAS"), in("ERC"));
    }

    @Test
    void institutions_of_the_union_carry_its_reserved_code_and_greece_its_iso_code() {
        assertEquals("EU", agencies.find("EU-EEAS").orElseThrow().country());
        assertEquals("GR", agencies.find("EL-REP").orElseThrow().country());
    }

    @Test
    void a_marking_may_name_agencies_countries_and_groups_and_nothing_else() {
        assertTrue(agencies.addressable("EU-EEAS"));
        assertTrue(agencies.addressable("FR"));
        assertTrue(agencies.addressable("FVEY"));
        assertFalse(agencies.addressable("EL"));
        assertFalse(agencies.addressable(""));
    }

    @Test
    void a_code_that_stands_twice_or_an_unknown_field_is_an_error() {
        assertThrows(IllegalArgumentException.class, () -> read("- {code: A, country: FR}\n- {code: A, country: DE}"));
        assertThrows(JsonMappingException.class, () -> read("- {code: A, country: FR, cieling: NONE}"));
    }

    private static Agencies read(String yaml) throws IOException {
        return Agencies.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private Set<String> in(String group) {
        return agencies.all().stream()
                .filter(agency -> agency.groups().contains(group))
                .map(Agency::code)
                .collect(Collectors.toSet());
    }
}
