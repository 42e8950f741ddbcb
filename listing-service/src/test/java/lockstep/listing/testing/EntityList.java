package lockstep.listing.testing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
import static lockstep.listing.testing.Story.act;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;

import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.TestTokens;

/** The same steps under the opposite rules: the End-User Review Committee's Entity List. */
public final class EntityList {
    public static final Map<String, Object> ERC_MARKING =
            Map.of("level", "US:CUI", "orcon", false, "relTo", List.of("ERC"), "tlp", "AMBER", "named", List.of());

    private EntityList() {}

    public static TestTokens chair() {
        return us("bis-chair", Role.CHAIR);
    }

    public static TestTokens voter(String department) {
        return us(department + "-voter", Role.VOTER);
    }

    public static UUID ready() {
        TestTokens analyst = us("bis-analyst", Role.ANALYST);
        UUID caseId = id(as(analyst)
                .body(Map.of("title", "Meridian Vale", "marking", ERC_MARKING))
                .post("/api/v1/cases"));
        UUID subject = id(as(analyst).body(Story.company()).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", List.of("ERC"));
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "PUBLIC", List.of("ERC"));
        Map<String, String> terms = Map.of(
                "licenseRequirement", "For all items subject to the EAR. (See §744.11 of the EAR)",
                "licenseReviewPolicy", "Presumption of denial");
        Map<String, Object> text = Story.text("US-BIS-EL", "EL-744.11-B", terms, ERC_MARKING, subject, one, two);
        UUID proposal = id(as(analyst).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        act(us("bis-submitter", Role.SUBMITTER), proposal, "submit", Map.of("revisionRead", 1));
        act(chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", List.of()));
        act(us("state-reviewer", Role.REVIEWER), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        act(us("bis-counsel", Role.LEGAL), proposal, "find-sufficient", Story.opinion());
        return proposal;
    }

    public static UUID packageOf(UUID proposal) {
        return id(as(chair())
                .body(Map.of("programme", "US-BIS-EL", "title", "November", "proposalIds", List.of(proposal)))
                .post("/api/v1/packages"));
    }

    public static String hash(UUID pack) {
        return must(as(chair()).get("/api/v1/packages/" + pack)).jsonPath().getString("hash");
    }

    /** With Treasury or without. */
    public static UUID openRound(UUID pack, Set<String> conditionalSeats) {
        ZonedDateTime at = ZonedDateTime.now(ZoneId.of("America/New_York"))
                .plusDays(4)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12);
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1);
        }
        return id(as(chair())
                .body(Map.of(
                        "deadline",
                        at.toInstant().toString(),
                        "deadlineFlag",
                        "in case of a holiday",
                        "conditionalSeats",
                        conditionalSeats))
                .post("/api/v1/packages/" + pack + "/rounds"));
    }

    public static Response vote(String department, UUID round, String hash, String choice) {
        return Story.vote(voter(department), round, hash, choice);
    }
}
