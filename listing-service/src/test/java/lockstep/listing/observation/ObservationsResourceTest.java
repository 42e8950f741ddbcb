package lockstep.listing.observation;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listed party writes is assessed before anybody decides that it stays listed (G13). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ObservationsResourceTest {
    private static final TestTokens REGISTRAR = us("ofac-registrar", Role.REGISTRAR);
    private static final TestTokens COUNSEL = us("treas-counsel", Role.LEGAL);
    private static int number = 97_000;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    @Inject
    ReleaseJob release;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private UUID listed(Ofac.File file) throws Exception {
        UUID proposal = Ofac.draft(file, "ADD", null);
        Time.releaseOf(Ofac.scheduled(proposal, String.valueOf(++number)));
        release.run();
        return UUID.fromString(must(as(Ofac.analyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("listingId"));
    }

    private static Response receive(TestTokens who, UUID listing, LocalDate on) {
        return as(who).body(Map.of(
                        "receivedOn", on.toString(), "sender", "Counsel of the company", "text", "We make no goods."))
                .post("/api/v1/listings/" + listing + "/observations");
    }

    private static Response assess(TestTokens who, UUID observations) {
        return as(who).body(Map.of(
                        "points", List.of(Map.of("point", "It makes no goods.", "finding", "It forwards them."))))
                .post("/api/v1/observations/" + observations + "/assessment");
    }

    /** A package of one entry that amends the listing, ready for its round. */
    private static UUID amending(Ofac.File file, UUID listing) {
        UUID amendment = Ofac.draft(file, "AMEND", listing);
        Ofac.toReady(amendment);
        must(Ofac.consult(Ofac.chair(), amendment, "US-STATE", today().minusDays(1)));
        return Ofac.packageOf(amendment);
    }

    @Test
    void no_round_opens_on_who_stays_listed_while_its_letter_is_not_assessed() throws Exception {
        Ofac.File file = Ofac.file();
        UUID listing = listed(file);
        UUID pack = amending(file, listing);
        UUID letter = id(receive(REGISTRAR, listing, today().minusDays(2)));
        must(as(Ofac.chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("allowedActions.find { it.action == 'open-round' }.reason", equalTo("observations-not-assessed"));
        refused(Ofac.open(pack), 409, "observations-not-assessed")
                .body("errors.reason", contains("observations-not-assessed"));
        must(as(COUNSEL).get("/api/v1/inbox")).then().body("items.kind", hasItem("assess-observations"));

        must(assess(COUNSEL, letter))
                .then()
                .body("assessed.account", equalTo("treas-counsel"))
                .body("points[0].finding", equalTo("It forwards them."));
        must(Ofac.open(pack));
        refused(assess(COUNSEL, letter), 409, "assessed-already");
    }

    @Test
    void a_removal_waits_for_no_assessment() throws Exception {
        Ofac.File file = Ofac.file();
        UUID listing = listed(file);
        must(receive(REGISTRAR, listing, today()));
        UUID removal = Ofac.draft(file, "REMOVE", listing);
        Ofac.toReady(removal);
        must(Ofac.consult(Ofac.chair(), removal, "US-STATE", today().minusDays(1)));
        must(Ofac.open(Ofac.packageOf(removal)));
    }

    @Test
    void a_letter_on_a_listing_counts_for_the_one_in_its_place() throws Exception {
        Ofac.File file = Ofac.file();
        UUID first = listed(file);
        UUID letter = id(receive(REGISTRAR, first, today()));
        must(assess(COUNSEL, letter));
        UUID amendment = Ofac.draft(file, "AMEND", first);
        Time.releaseOf(Ofac.scheduled(amendment, String.valueOf(number)));
        UUID late = id(receive(REGISTRAR, first, today()));
        release.run();
        UUID second = UUID.fromString(must(as(Ofac.analyst()).get("/api/v1/proposals/" + amendment))
                .jsonPath()
                .getString("listingId"));
        UUID pack = amending(file, second);
        refused(Ofac.open(pack), 409, "observations-not-assessed");
        must(assess(COUNSEL, late));
        must(Ofac.open(pack));
    }

    @Test
    void the_registry_takes_it_in_and_the_electorate_alone_reads_it() throws Exception {
        Ofac.File file = Ofac.file();
        UUID listing = listed(file);
        refused(receive(us("ofac-other", Role.REGISTRAR), listing, today()), 403, "no-office");
        refused(receive(REGISTRAR, UUID.randomUUID(), today()), 404, "not-found");
        refused(receive(REGISTRAR, listing, today().plusDays(3)), 422, "received-in-future");
        refused(receive(REGISTRAR, listing, LocalDate.of(1900, 1, 1)), 422, "invalid-input");
        UUID letter = id(receive(REGISTRAR, listing, today()));
        String all = "/api/v1/listings/" + listing + "/observations";
        must(as(us("ofac-director", Role.VOTER)).get(all))
                .then()
                .body("items", hasSize(1))
                .body("items[0].assessed", nullValue());
        must(as(People.eeasAnalyst()).get(all)).then().body("items", empty());
        refused(as(People.eeasAnalyst()).get("/api/v1/observations/" + letter), 404, "not-found");
        refused(assess(People.legal(), letter), 404, "not-found");
        refused(assess(us("state-counsel", Role.LEGAL), letter), 403, "no-office");
        must(as(REGISTRAR).get("/api/v1/listings/" + listing))
                .then()
                .body("allowedActions.findAll { it.allowed }.action", hasItem("receive-observations"));
        must(as(People.eeasAnalyst()).get("/api/v1/listings/" + listing))
                .then()
                .body("allowedActions.action", not(hasItem("receive-observations")));
        refused(
                as(COUNSEL).body(Map.of("points", List.of())).post("/api/v1/observations/" + letter + "/assessment"),
                422,
                "invalid-input");
        must(as(REGISTRAR).get("/api/v1/cases/" + file.caseId() + "/history"))
                .then()
                .body("items.type", hasItem("listing.observations-received"));
    }
}
