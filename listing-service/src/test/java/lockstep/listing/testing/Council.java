package lockstep.listing.testing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.secretary;
import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.listing.decision.CloseRoundsJob;

/** A package of Annex IV from its rounds, which pass by silence, to the Council's decision and the order to release it. */
public final class Council {
    public static final List<Map<String, String>> ACTS = List.of(
            Map.of("type", "CFSP_DECISION", "number", "(CFSP) 2026/1849"),
            Map.of("type", "REGULATION", "number", "(EU) 2026/1848"));

    private Council() {}

    public static UUID before(CloseRoundsJob closing, UUID... proposals) throws Exception {
        UUID pack = Story.packageOf(proposals);
        for (int stage = 0; stage < 2; stage++) {
            UUID round = id(Story.openRound(pack));
            Time.deadlineOf(round);
            closing.run();
        }
        return pack;
    }

    public static UUID adopted(CloseRoundsJob closing, UUID... proposals) throws Exception {
        UUID pack = before(closing, proposals);
        must(confirm(2, pack, id(write(1, pack, minutes(pack)))));
        return pack;
    }

    public static Map<String, Object> minutes(UUID pack) {
        return new HashMap<>(Map.of(
                "packageHashRead",
                hash(pack),
                "body",
                "Council",
                "date",
                LocalDate.now().minusDays(1).toString(),
                "adopted",
                true,
                "instruments",
                ACTS));
    }

    public static Response write(int secretary, UUID pack, Map<String, Object> minutes) {
        return as(secretary(secretary)).body(minutes).post("/api/v1/packages/" + pack + "/records");
    }

    public static Response confirm(int secretary, UUID pack, UUID record) {
        return as(secretary(secretary))
                .body(Map.of("packageHashRead", hash(pack)))
                .post("/api/v1/records/" + record + "/confirm");
    }

    /** Each under a number of its own. */
    public static Map<String, Object> order(UUID pack, UUID... proposals) {
        return order(hash(pack), proposals);
    }

    public static Map<String, Object> order(String hashRead, UUID... proposals) {
        return new HashMap<>(Map.of(
                "packageHashRead", hashRead,
                "releaseAt", Instant.now().plusSeconds(600).toString(),
                "entries",
                        List.of(proposals).stream()
                                .map(its ->
                                        Map.of("proposalId", its, "number", number(its), "listedDate", "2026-07-20"))
                                .toList()));
    }

    /** For the annex, told from those of other proposals. */
    public static String number(UUID proposal) {
        return Integer.toUnsignedString(proposal.hashCode());
    }
}
