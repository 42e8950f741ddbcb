package lockstep.e2e.journey;

import static lockstep.e2e.client.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.e2e.client.Answer;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Officials;
import lockstep.local.AccessToken;
import lockstep.local.Session;
import org.junit.jupiter.api.Test;

/** Each wrong thing gets one clear answer, and nothing is changed by it. */
class BadInputIT {
    private static final Map<String, Object> MARKING = Officials.UNION.marking();
    private final Api api = Running.api();
    private final Situations union = new Situations(Officials.UNION);
    private final Caller analyst = api.listing("eeas-analyst");

    private static void refused(int status, String reason, Answer answer) {
        assertTrue(answer.isClearRefusal(), answer.toString());
        assertEquals(status + " " + reason, answer.status() + " " + answer.reason(), answer.text());
    }

    private Answer with(String token, String path) {
        return analyst.send("GET", path, null, Map.of("Authorization", "Bearer " + token));
    }

    private String openCase() {
        return analyst.post("/cases", object("title", "Velkatron", "summary", "", "marking", MARKING), key())
                .path("id")
                .asText();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_wrong_token_is_refused() {
        String token = Running.instance().token("eeas-analyst").value();
        String forged = token.substring(0, token.length() - 6) + "AAAAAA";
        refused(401, "not-authenticated", with(forged, "/me"));
        refused(401, "not-authenticated", with("nonsense", "/me"));
        refused(401, "not-authenticated", analyst.send("GET", "/me", null, Map.of("Authorization", "Basic x")));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        AccessToken token = Running.instance().token("eeas-analyst");
        refused(401, "not-authenticated", with(token.idToken(), "/me"));
    }

    @Test
    void an_unknown_field_is_named() {
        Answer answer = analyst.send("POST", "/cases", object("title", "x", "marking", MARKING, "owner", "me"));
        refused(400, "unknown-field", answer);
        assertTrue(answer.text().contains("owner"), answer.text());
    }

    @Test
    void two_megabytes_of_json_are_too_large() {
        refused(
                413,
                "too-large",
                analyst.send("POST", "/cases", object("title", "x".repeat(2_000_000), "marking", MARKING)));
    }

    @Test
    void a_wrong_check_digit_is_pointed_at() {
        Answer answer = analyst.send(
                "POST",
                "/cases/" + openCase() + "/subjects",
                object(
                        "type",
                        "COMPANY",
                        "country",
                        "RU",
                        "names",
                        List.of(Map.of("full", "Велькатрон", "kind", "PRIMARY")),
                        "identifiers",
                        List.of(Map.of("type", "INN", "issuingCountry", "RU", "value", "0099010011"))));
        refused(422, "invalid-input", answer);
        assertEquals(
                "/identifiers/0/value", answer.json().at("/errors/0/pointer").asText());
        assertEquals("wrong-check-digit", answer.json().at("/errors/0/reason").asText());
    }

    @Test
    void an_exhibit_of_another_agency_s_case_can_t_be_cited() {
        EntryWay american = new Situations(Officials.ENTITY_LIST).draft(2);
        JsonNode cite = american.standing().at("/text/reasons/0/cites/0");
        EntryWay mine = union.draft(3);
        JsonNode text = mine.standing().path("text");
        Answer answer = analyst.send(
                "POST",
                "/cases/" + mine.caseId() + "/proposals",
                object(
                        "programme",
                        "EU-833-IV",
                        "kind",
                        "ADD",
                        "subjectId",
                        text.path("subjectId").asText(),
                        "reasons",
                        List.of(object(
                                "type", "FACT",
                                "text", "As the other side's file shows.",
                                "cites",
                                        List.of(object(
                                                "exhibitId",
                                                cite.path("exhibitId").asText(),
                                                "version",
                                                1)))),
                        "marking",
                        MARKING));
        refused(422, "invalid-input", answer);
        assertEquals("/reasons/0/cites/0", answer.json().at("/errors/0/pointer").asText());
        assertEquals("unknown-exhibit", answer.json().at("/errors/0/reason").asText());
        refused(
                404,
                "not-found",
                api.evidence("eeas-analyst")
                        .send("GET", "/exhibits/" + cite.path("exhibitId").asText(), null));
    }

    @Test
    void the_same_vote_twice_counts_once_and_a_vote_from_no_seat_not_at_all() {
        JsonNode round = union.open(union.packageOf(union.ready(4)));
        String votes = "/rounds/" + round.path("id").asText() + "/votes";
        assertEquals(
                201,
                api.listing("fr-voter")
                        .send("POST", votes, Situations.approval(round))
                        .status());
        Answer again = api.listing("fr-voter").send("POST", votes, Situations.approval(round));
        assertTrue(again.ok(), again.text());
        assertEquals(1, again.json().at("/tally/approve").asInt());
        Json.items(again.json().path("electorate"))
                .forEach(seat -> assertEquals(0, seat.path("earlier").size(), seat.toString()));

        Answer noSeat = api.listing("state-voter").send("POST", votes, Situations.approval(round));
        refused(404, "not-found", noSeat);
        refused(403, "not-permitted", api.listing("pres-chair").send("POST", votes, Situations.approval(round)));

        Answer level1 = api.listing("de-voter").atLevel(1).send("POST", votes, Situations.approval(round));
        refused(401, "stronger-login-needed", level1);
        assertTrue(level1.challenge().contains("insufficient_user_authentication"), level1.challenge());

        Map<String, Object> stale = Situations.approval(round);
        stale.put("packageHashRead", "0".repeat(64));
        refused(409, "stale-package", api.listing("de-voter").send("POST", votes, stale));
    }

    @Test
    void a_level_2_gone_stale_is_not_made_fresh_by_a_level_1_login_elsewhere() {
        JsonNode round = union.open(union.packageOf(union.ready(5)));
        String votes = "/rounds/" + round.path("id").asText() + "/votes";
        Session session = Running.instance().session("pl-voter");
        session.token(2);
        AccessToken level1 = session.token(Map.of("acr_values", "level-1", "prompt", "login"));
        Answer answer = api.listing("pl-voter")
                .send("POST", votes, Situations.approval(round), Map.of("Authorization", "Bearer " + level1.value()));
        refused(401, "stronger-login-needed", answer);
    }

    @Test
    void nobody_submits_his_own_draft_and_a_stale_revision_is_refused() {
        EntryWay entry = union.draft(6);
        String path = "/proposals/" + entry.id() + "/submit";
        refused(403, "not-permitted", analyst.send("POST", path, object("revisionRead", 1, "reply", "")));
        refused(
                409,
                "stale-revision",
                api.listing("eeas-submitter").send("POST", path, object("revisionRead", 7, "reply", "")));
        assertEquals("DRAFT", entry.standing().path("status").asText());
    }

    @Test
    void an_upload_cut_off_half_way_keeps_nothing_and_can_be_sent_again() throws IOException {
        String caseId = openCase();
        byte[] content = "A customs record of some length.\n".repeat(4_000).getBytes(StandardCharsets.UTF_8);
        Caller evidence = api.evidence("eeas-analyst");
        String id = evidence.post(
                        "/cases/" + caseId + "/exhibits",
                        object(
                                "title", "Customs record",
                                "sourceType", "CUSTOMS",
                                "collectedAt", "2026-11-02T09:00:00Z",
                                "languages", List.of("en"),
                                "reliability", "B",
                                "credibility", 2,
                                "relianceUse", "PUBLIC",
                                "mediaType", "text/plain",
                                "marking", MARKING),
                        key())
                .path("id")
                .asText();
        String path = "/exhibits/" + id + "/versions/1/content";
        cutOff(Running.instance().evidence(), "/api/v1" + path, content);
        assertEquals(
                "AWAITING_CONTENT",
                evidence.get("/exhibits/" + id).at("/versions/0/state").asText());
        assertEquals(
                "HELD",
                evidence.upload(path, content, "text/plain").path("state").asText());
        assertEquals(
                409,
                evidence.send("PUT", path, "other bytes", Map.of("Content-Type", "text/plain"))
                        .status());
    }

    private void cutOff(URI service, String path, byte[] content) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            String head =
                    "PUT " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nContent-Type: text/plain\r\n"
                            + "Authorization: Bearer " + api.tokens().of("eeas-analyst", 2) + "\r\nContent-Length: "
                            + content.length
                            + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, content.length / 2);
            out.flush();
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void nonsense_is_never_an_error_of_the_server() {
        for (String body : List.of("", "{", "[]", "null", "\"x\"", "{\"title\":[]}", "{\"title\":null}")) {
            Answer answer = analyst.send("POST", "/cases", body);
            assertTrue(answer.isClearRefusal(), body + " " + answer);
        }
        for (String path : List.of(
                "/cases/x", "/cases/" + UUID.randomUUID(), "/cases?limit=100000", "/cases?cursor=x", "/nothing")) {
            Answer answer = analyst.send("GET", path, null);
            assertTrue(answer.isClearRefusal(), path + " " + answer);
        }
        assertTrue(Json.parse("{").isMissingNode());
    }
}
