package lockstep.listing.testing;

import static lockstep.listing.testing.People.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.kit.testing.TestTokens;

/** Steps of the main job over REST, each as the person whose step it is; a step that isn't 2xx fails the test. */
public final class Story {
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 90_000_000));

    private Story() {}

    public static final Map<String, Object> COUNCIL_MARKING = Map.of(
            "level", "EU:LIMITE", "orcon", false, "relTo", List.of("EU-COUNCIL"), "tlp", "AMBER", "named", List.of());

    public static Response must(Response answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.body().asString());
        }
        return answer;
    }

    public static UUID id(Response answer) {
        return UUID.fromString(must(answer).jsonPath().getString("id"));
    }

    public static UUID openCase() {
        return id(as(People.eeasAnalyst())
                .body(Map.of("title", "Meridian Vale", "summary", "Transhipment", "marking", COUNCIL_MARKING))
                .post("/api/v1/cases"));
    }

    /** A company in Hong Kong with a registry number of its own. */
    public static Map<String, Object> company() {
        int number = NUMBER.incrementAndGet();
        return Map.of(
                "type", "COMPANY",
                "country", "HK",
                "names",
                        List.of(
                                Map.of(
                                        "full",
                                        "Meridian Vale " + number + " Ltd",
                                        "kind",
                                        "PRIMARY",
                                        "quality",
                                        "STRONG",
                                        "language",
                                        "en",
                                        "script",
                                        "Latn"),
                                Map.of(
                                        "full",
                                        "子午谷" + number + "有限公司",
                                        "kind",
                                        "LOCAL",
                                        "quality",
                                        "STRONG",
                                        "language",
                                        "zh",
                                        "script",
                                        "Hani")),
                "identifiers",
                        List.of(Map.of(
                                "type",
                                "OTHER",
                                "value",
                                "X-" + number,
                                "issuingCountry",
                                "HK",
                                "label",
                                "Registration number")),
                "addresses",
                        List.of(Map.of("asPrinted", number + " Lantern Road, Kowloon, Hong Kong", "country", "HK")));
    }

    public static UUID subject(UUID caseId) {
        return id(as(People.eeasAnalyst()).body(company()).post("/api/v1/cases/" + caseId + "/subjects"));
    }

    public static Map<String, Object> text(UUID caseId, UUID subjectId) {
        List<String> council = List.of("EU-COUNCIL");
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", council);
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "DISCLOSABLE_TO_PARTY", council);
        return text(subjectId, one, two);
    }

    public static Map<String, Object> text(UUID subjectId, UUID one, UUID two) {
        JsonPath programme = must(as(People.eeasAnalyst()).get("/api/v1/programmes/EU-833-IV"))
                .jsonPath();
        String criterion = programme.getString("criteria[0].code");
        return Map.of(
                "programme",
                "EU-833-IV",
                "kind",
                "ADD",
                "subjectId",
                subjectId,
                "ground",
                programme.getString("grounds[0].code"),
                "criteria",
                List.of(criterion),
                "reasons",
                List.of(
                        Map.of(
                                "type",
                                "FACT",
                                "text",
                                "It shipped goods.",
                                "selfSufficient",
                                true,
                                "cites",
                                List.of(
                                        Map.of("exhibitId", one, "version", 1),
                                        Map.of("exhibitId", two, "version", 1))),
                        Map.of("type", "CONCLUSION", "text", "Therefore it contributes.", "criterion", criterion)),
                "terms",
                Map.of(),
                "marking",
                COUNCIL_MARKING);
    }

    /** The same text in another programme: one fact on both exhibits, and the conclusion that a criterion is met. */
    public static Map<String, Object> text(
            String programme,
            String criterion,
            Map<String, String> terms,
            Map<String, Object> marking,
            UUID subjectId,
            UUID one,
            UUID two) {
        List<Map<String, Object>> cites =
                List.of(Map.of("exhibitId", one, "version", 1), Map.of("exhibitId", two, "version", 1));
        Map<String, Object> text = new HashMap<>(text(subjectId, one, two));
        text.put("programme", programme);
        text.put("criteria", List.of(criterion));
        text.put(
                "reasons",
                List.of(
                        Map.of("type", "FACT", "text", "It shipped goods.", "selfSufficient", true, "cites", cites),
                        Map.of("type", "CONCLUSION", "text", "Therefore it is met.", "criterion", criterion)));
        text.put("terms", terms);
        text.put("marking", marking);
        return text;
    }

    public static UUID draft() {
        UUID caseId = openCase();
        return id(as(People.eeasAnalyst())
                .body(text(caseId, subject(caseId)))
                .post("/api/v1/cases/" + caseId + "/proposals"));
    }

    public static UUID submitted() {
        UUID proposal = draft();
        act(People.eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1));
        return proposal;
    }

    public static UUID inReview() {
        UUID proposal = submitted();
        act(People.chair(), proposal, "accept", Map.of("revisionRead", 1, "judgements", List.of()));
        return proposal;
    }

    public static UUID ready() {
        UUID proposal = inReview();
        act(People.comReviewer(), proposal, "endorse", Map.of("revisionRead", 1, "note", "Agreed."));
        act(People.legal(), proposal, "find-sufficient", opinion());
        return proposal;
    }

    public static Map<String, Object> opinion() {
        return Map.of(
                "revisionRead",
                1,
                "standard",
                "Sufficiently solid factual basis",
                "criterion",
                "Met",
                "proportionality",
                "Yes",
                "disclosability",
                "Yes");
    }

    public static Response act(TestTokens who, UUID proposal, String act, Map<String, Object> body) {
        return must(as(who).body(body).post("/api/v1/proposals/" + proposal + "/" + act));
    }

    public static UUID packageOf(UUID... proposals) {
        return id(as(People.chair())
                .body(Map.of(
                        "programme",
                        "EU-833-IV",
                        "title",
                        "November",
                        "draftAct",
                        "Annex IV",
                        "proposalIds",
                        List.of(proposals)))
                .post("/api/v1/packages"));
    }

    public static String hash(UUID packageId) {
        return must(as(People.chair()).get("/api/v1/packages/" + packageId))
                .jsonPath()
                .getString("hash");
    }

    /** So many days ahead at noon in Brussels, moved to Monday from a weekend, and past the turn of the year's holidays. */
    public static Instant noonIn(int days) {
        ZonedDateTime at = ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
                .plusDays(days)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(12);
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

    public static Response openRound(UUID packageId) {
        return as(People.chair())
                .body(Map.of("deadline", noonIn(4).toString(), "deadlineFlag", "in case of a holiday"))
                .post("/api/v1/packages/" + packageId + "/rounds");
    }

    public static Response vote(TestTokens who, UUID round, String hash, String choice) {
        return as(who).body(Map.of(
                        "packageHashRead", hash, "choice", choice, "reason", choice.equals("OBJECT") ? "Not ripe" : ""))
                .post("/api/v1/rounds/" + round + "/votes");
    }

    public static void allApprove(UUID round, String hash) {
        People.COUNCIL.forEach(seat -> must(vote(People.voter(seat), round, hash, "APPROVE")));
    }
}
