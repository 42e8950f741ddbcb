package lockstep.listing.testing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.person;
import static lockstep.listing.testing.Story.act;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.TestTokens;

/** Japan's way: what the ministries decide is recorded, and it is printed in English and Japanese. */
public final class Japan {
    private static final List<String> SIDE = List.of("JP-SANCTIONS");
    private static final Map<String, Object> MARKING =
            Map.of("level", "JP:INTERNAL", "orcon", false, "relTo", SIDE, "tlp", "AMBER", "named", List.of());
    private static int number = 100;

    private Japan() {}

    public static TestTokens analyst() {
        return person("meti-analyst", "JP-METI", Role.ANALYST);
    }

    public static TestTokens chair() {
        return person("mofa-chair", "JP-MOFA", Role.CHAIR);
    }

    public static TestTokens legal() {
        return person("meti-legal", "JP-METI", Role.LEGAL);
    }

    public static TestTokens secretary(int which) {
        return person("mofa-secretary-" + which, "JP-MOFA", Role.SECRETARIAT);
    }

    public static TestTokens publisher() {
        return person("meti-publisher", "JP-METI", Role.PUBLISHER);
    }

    public static UUID draft() {
        UUID caseId = id(as(analyst())
                .body(Map.of("title", "Meridian Vale", "marking", MARKING))
                .post("/api/v1/cases"));
        UUID subject = id(as(analyst()).body(Story.company()).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", SIDE);
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "PUBLIC", SIDE);
        return id(as(analyst())
                .body(Story.text("JP-FEFTA", "FEFTA-48", Map.of(), MARKING, subject, one, two))
                .post("/api/v1/cases/" + caseId + "/proposals"));
    }

    public static UUID submitted() {
        UUID proposal = draft();
        act(person("meti-submitter", "JP-METI", Role.SUBMITTER), proposal, "submit", Map.of("revisionRead", 1));
        return proposal;
    }

    /** From submitted to adopted, in a package alone. */
    public static UUID adopted(UUID proposal) {
        act(chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", List.of()));
        act(person("mofa-reviewer", "JP-MOFA", Role.REVIEWER), proposal, "endorse", Map.of("revisionRead", 1));
        act(legal(), proposal, "find-sufficient", Story.opinion());
        UUID pack = id(as(chair())
                .body(Map.of("programme", "JP-FEFTA", "title", "Notice", "proposalIds", List.of(proposal)))
                .post("/api/v1/packages"));
        Map<String, Object> minutes = Map.of(
                "packageHashRead",
                hash(pack),
                "body",
                "The ministries",
                "date",
                LocalDate.now().minusDays(1).toString(),
                "adopted",
                true,
                "instruments",
                List.of(Map.of("type", "NOTICE", "number", ++number + "/2026")));
        UUID record = id(as(secretary(1)).body(minutes).post("/api/v1/packages/" + pack + "/records"));
        must(as(secretary(2))
                .body(Map.of("packageHashRead", hash(pack)))
                .post("/api/v1/records/" + record + "/confirm"));
        return pack;
    }

    public static String hash(UUID pack) {
        return must(as(chair()).get("/api/v1/packages/" + pack)).jsonPath().getString("hash");
    }

    public static Response schedule(UUID pack, UUID proposal) {
        return as(publisher())
                .body(Map.of(
                        "packageHashRead",
                        hash(pack),
                        "releaseAt",
                        Instant.now().plusSeconds(600).toString(),
                        "entries",
                        List.of(Map.of("proposalId", proposal, "number", "J" + number, "listedDate", "2026-11-24"))))
                .post("/api/v1/packages/" + pack + "/schedule");
    }
}
