package lockstep.listing.appointment;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import org.junit.jupiter.api.Test;

/** Nobody is made a voter by one person alone, and no agency fills another's seat. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class AppointmentResourceTest {
    private static final TestTokens ADMIN = People.person("fr-admin", "FR-REP", Role.ADMIN);
    private static final TestTokens REGISTRAR = People.person("fr-registrar", "FR-REP", Role.REGISTRAR);

    private static Map<String, Object> wanted(String account, String seat, String office) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "sub",
                TestTokens.sub(account),
                "account",
                account,
                "programme",
                "EU-833-IV",
                "alternate",
                false,
                "instrument",
                "Note verbale 12/2026"));
        body.put("seat", seat);
        body.put("office", office);
        return body;
    }

    private static Response propose(TestTokens who, Map<String, Object> body) {
        return as(who).body(body).post("/api/v1/appointments");
    }

    private static Response confirm(TestTokens who, UUID appointment) {
        return as(who).post("/api/v1/appointments/" + appointment + "/confirm");
    }

    @Test
    void a_seat_is_given_by_two_persons_and_ended_by_the_registrar() {
        TestTokens voter = People.person("fr-new", "FR-REP", Role.VOTER);
        UUID made = id(propose(ADMIN, wanted("fr-new", "FR", null)));
        must(as(voter).get("/api/v1/me")).then().body("seats", hasSize(0));
        must(confirm(REGISTRAR, made)).then().body("status", equalTo("CONFIRMED"));
        must(as(voter).get("/api/v1/me")).then().body("seats", hasSize(1)).body("seats[0].seat", equalTo("FR"));
        refused(confirm(REGISTRAR, made), 409, "not-proposed");
        must(as(REGISTRAR).body(Map.of("reason", "Posted elsewhere.")).post("/api/v1/appointments/" + made + "/end"));
        must(as(voter).get("/api/v1/me")).then().body("seats", hasSize(0));
    }

    @Test
    void neither_proposer_nor_appointee_nor_another_agency_confirms() {
        TestTokens both = People.person("fr-both", "FR-REP", Role.ADMIN, Role.REGISTRAR);
        UUID made = id(propose(both, wanted("fr-registrar", "FR", null)));
        refused(confirm(both, made), 409, "four-eyes");
        refused(confirm(REGISTRAR, made), 409, "four-eyes");
        refused(confirm(People.person("de-registrar", "DE-REP", Role.REGISTRAR), made), 403, "another-agency");
        refused(confirm(ADMIN, made), 403, "not-permitted");
    }

    @Test
    void one_person_has_one_seat_of_a_programme() {
        must(confirm(REGISTRAR, id(propose(ADMIN, wanted("fr-one", "FR", null)))));
        refused(confirm(REGISTRAR, id(propose(ADMIN, wanted("fr-one", "FR", null)))), 409, "second-seat");
    }

    @Test
    void an_agency_fills_its_own_seats_and_offices_alone() {
        refused(propose(ADMIN, wanted("fr-x", "DE", null)), 403, "seat-of-another-agency");
        refused(propose(ADMIN, wanted("fr-x", null, "chair")), 403, "office-not-open-to-agency");
        refused(propose(ADMIN, wanted("fr-x", "XX", null)), 422, "unknown-seat");
        refused(propose(ADMIN, wanted("fr-x", null, null)), 422, "seat-or-office");
        refused(propose(ADMIN, wanted("fr-x", "FR", "chair")), 422, "seat-or-office");
        refused(propose(ADMIN, wanted("fr-x", null, "king")), 422, "seat-or-office");
        refused(propose(ADMIN, wanted("fr-x", null, "auditor")), 422, "covers-nothing");
        refused(propose(REGISTRAR, wanted("fr-x", "FR", null)), 403, "not-permitted");
    }

    @Test
    void nobody_of_another_agency_is_appointed() throws Exception {
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into person (sub, account, agency) values ('" + TestTokens.sub("bis-known")
                    + "', 'bis-known', 'US-BIS') on conflict do nothing");
            statement.execute("insert into person (sub, account, agency) values ('" + TestTokens.sub("fr-known")
                    + "', 'fr-known', 'FR-REP') on conflict do nothing");
        }
        refused(propose(ADMIN, wanted("bis-known", "FR", null)), 422, "person-unknown");
        Map<String, Object> misnamed = wanted("fr-known", "FR", null);
        misnamed.put("account", "fr-other");
        refused(propose(ADMIN, misnamed), 422, "person-unknown");
        must(propose(ADMIN, wanted("fr-known", "FR", null)));
    }

    @Test
    void what_is_appointed_under_another_agency_gives_nothing() throws Exception {
        People.appoint("bis-stray", "DE-REP", "EU-833-IV", "DE", null);
        must(as(People.person("bis-stray", "US-BIS", Role.VOTER)).get("/api/v1/me"))
                .then()
                .body("seats", hasSize(0));
    }
}
