package lockstep.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The accounts of the local profile fit the agencies and roles of the code, and can be appointed by the real route. */
class DemoAccountsTest {
    private final Agencies agencies = Agencies.bundled();
    private final List<JsonNode> accounts = read();

    private static List<JsonNode> read() {
        try (InputStream file = Agencies.class.getResourceAsStream("demo-accounts.yaml")) {
            JsonNode list = new ObjectMapper(new YAMLFactory()).readTree(file);
            return StreamSupport.stream(list.spliterator(), false).toList();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_account_is_of_a_known_agency_and_under_its_ceiling() {
        for (JsonNode account : accounts) {
            Agency agency = agencies.find(text(account, "agency")).orElseThrow(() -> new AssertionError(account));
            Clearance clearance = Clearance.valueOf(text(account, "clearance"));
            assertEquals(clearance, clearance.atMost(agency.ceiling()), text(account, "account"));
        }
    }

    @Test
    void every_role_is_one_of_the_code_and_every_role_is_tried() {
        Set<String> used = new HashSet<>();
        for (JsonNode account : accounts) {
            account.path("roles").forEach(role -> {
                assertTrue(Role.ofClaim(role.asText()).isPresent(), account + "");
                used.add(role.asText());
            });
        }
        assertEquals(Role.values().length, used.size(), used + "");
    }

    @Test
    void names_are_unique() {
        assertEquals(
                accounts.size(),
                accounts.stream()
                        .map(account -> text(account, "account"))
                        .distinct()
                        .count());
    }

    @Test
    void every_agency_has_an_admin_to_propose_and_a_registrar_to_confirm() {
        for (Agency agency : agencies.all()) {
            assertTrue(has(agency, "admin", ""), agency.code());
            assertTrue(has(agency, "registrar", ""), agency.code());
        }
    }

    @Test
    void nobody_would_have_to_confirm_his_own_appointment() {
        for (JsonNode account : accounts) {
            if (account.has("seats") || account.has("offices")) {
                Agency agency = agencies.find(text(account, "agency")).orElseThrow();
                assertTrue(has(agency, "registrar", text(account, "account")), text(account, "account"));
                assertTrue(has(agency, "admin", text(account, "account")), text(account, "account"));
            }
        }
    }

    @Test
    void each_seat_has_one_holder_and_at_most_one_alternate() {
        Set<String> held = new HashSet<>();
        for (JsonNode account : accounts) {
            for (JsonNode seat : account.path("seats")) {
                String kind = account.path("alternate").asBoolean() ? " alternate" : " holder";
                assertTrue(held.add(seat.asText() + kind), seat + kind);
            }
        }
        // three programmes of the Council, BIS, OFAC and CAPTA, Ukraine
        assertEquals(3 * (27 + 1) + (5 + 1) + 2 * 2 + 5, held.size());
    }

    private boolean has(Agency agency, String role, String except) {
        return accounts.stream()
                .filter(account -> text(account, "agency").equals(agency.code()))
                .filter(account -> !text(account, "account").equals(except))
                .anyMatch(account -> StreamSupport.stream(account.path("roles").spliterator(), false)
                        .anyMatch(held -> held.asText().equals(role)));
    }

    private static String text(JsonNode account, String field) {
        return account.path(field).asText();
    }
}
