package lockstep.listing.testing;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.us;
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

/** OFAC's way, the shortest: consultation with State, then the Director's signature. */
public final class Ofac {
    private static final List<String> SIDE = List.of("US-SANCTIONS");
    private static final Map<String, Object> MARKING =
            Map.of("level", "US:CUI", "orcon", false, "relTo", SIDE, "tlp", "AMBER", "named", List.of());

    private Ofac() {}

    public static TestTokens analyst() {
        return us("ofac-analyst", Role.ANALYST);
    }

    public static TestTokens chair() {
        return us("ofac-chair", Role.CHAIR);
    }

    public static TestTokens publisher() {
        return us("ofac-publisher", Role.PUBLISHER);
    }

    /** A case with one subject and two exhibits. */
    public record File(UUID caseId, UUID subject, UUID one, UUID two) {}

    public static File file() {
        UUID caseId = id(as(analyst())
                .body(Map.of("title", "Meridian Vale", "marking", MARKING))
                .post("/api/v1/cases"));
        UUID subject = id(as(analyst()).body(Story.company()).post("/api/v1/cases/" + caseId + "/subjects"));
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", SIDE);
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "PUBLIC", SIDE);
        return new File(caseId, subject, one, two);
    }

    /** {@code listing}: what the proposal is about, null for an ADD. */
    public static UUID draft(File file, String kind, UUID listing) {
        return id(as(analyst()).body(text(file, kind, listing)).post("/api/v1/cases/" + file.caseId() + "/proposals"));
    }

    public static Map<String, Object> text(File file, String kind, UUID listing) {
        Map<String, Object> text = Story.text(
                "US-OFAC-14024",
                "14024-1A-VI",
                Map.of("tag", "RUSSIA-EO14024"),
                MARKING,
                file.subject(),
                file.one(),
                file.two());
        text.put("kind", kind);
        text.put("listingId", listing);
        return text;
    }

    public static Response submit(UUID proposal) {
        return as(us("ofac-submitter", Role.SUBMITTER))
                .body(Map.of("revisionRead", 1))
                .post("/api/v1/proposals/" + proposal + "/submit");
    }

    /** Submitted to ready; every possible duplicate is judged to be another row of the same. */
    public static void toReady(UUID proposal) {
        must(submit(proposal));
        List<Map<String, Object>> judgements = must(as(chair()).get("/api/v1/proposals/" + proposal + "/duplicates"))
                .jsonPath()
                .getList("items.matchId", String.class)
                .stream()
                .map(match -> Map.<String, Object>of(
                        "matchId", match, "judgement", "SAME_SEVERAL_ROWS", "reason", "The row that it changes."))
                .toList();
        act(chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", judgements));
        act(us("state-reviewer", Role.REVIEWER), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        act(us("treas-counsel", Role.LEGAL), proposal, "find-sufficient", Story.opinion());
    }

    public static Response consult(TestTokens who, UUID proposal, String agency, LocalDate on) {
        return consult(who, proposal, agency, on, "Office of Economic Sanctions Policy");
    }

    public static Response consult(TestTokens who, UUID proposal, String agency, LocalDate on, String person) {
        return as(who).body(Map.of(
                        "revisionRead",
                        1,
                        "agency",
                        agency,
                        "on",
                        on.toString(),
                        "person",
                        person,
                        "outcome",
                        "No objection."))
                .post("/api/v1/proposals/" + proposal + "/consultations");
    }

    public static UUID packageOf(UUID proposal) {
        return id(as(chair())
                .body(Map.of("programme", "US-OFAC-14024", "title", "November", "proposalIds", List.of(proposal)))
                .post("/api/v1/packages"));
    }

    public static Response open(UUID pack) {
        return as(chair())
                .body(Map.of("deadline", Story.noonIn(4).toString(), "deadlineFlag", "in case of a holiday"))
                .post("/api/v1/packages/" + pack + "/rounds");
    }

    public static String hash(UUID pack) {
        return must(as(chair()).get("/api/v1/packages/" + pack)).jsonPath().getString("hash");
    }

    public static Response sign(UUID round, UUID pack) {
        return Story.vote(us("ofac-director", Role.VOTER), round, hash(pack), "APPROVE");
    }

    /** From a draft to a scheduled package. */
    public static UUID scheduled(UUID proposal, String number) {
        toReady(proposal);
        must(consult(chair(), proposal, "US-STATE", LocalDate.now().minusDays(1)));
        UUID pack = packageOf(proposal);
        must(sign(id(open(pack)), pack));
        must(as(publisher())
                .body(Map.of(
                        "packageHashRead",
                        hash(pack),
                        "releaseAt",
                        Instant.now().plusSeconds(600).toString(),
                        "citation",
                        "91 FR 99001",
                        "entries",
                        List.of(Map.of("proposalId", proposal, "number", number, "listedDate", "2026-11-24"))))
                .post("/api/v1/packages/" + pack + "/schedule"));
        return pack;
    }
}
