package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.e2e.client.Answer;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Officials;
import lockstep.local.DemoAccount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of both services, as every role of agencies that take part and of agencies that don't. */
class AccessMatrixIT {
    private static final List<String> UNION = List.of(
            "eeas-analyst",
            "eeas-submitter",
            "com-reviewer",
            "cls-legal",
            "fr-voter",
            "pres-chair",
            "gsc-secretary-1",
            "op-publisher",
            "gsc-registrar",
            "eu-auditor",
            "eeas-admin");
    private static final List<String> AMERICAN = List.of(
            "bis-analyst",
            "bis-submitter",
            "state-reviewer",
            "bis-counsel",
            "bis-voter",
            "bis-chair",
            "bis-publisher",
            "bis-registrar",
            "us-auditor",
            "bis-admin",
            "ofac-analyst",
            "fcdo-analyst",
            "fcdo-reviewer");

    private static final Api API = Running.api();
    private static Map<String, String> unionFile;
    private static Map<String, String> americanFile;
    private static List<Route> listing;
    private static List<Route> evidence;

    @BeforeAll
    static void twoFiles() {
        unionFile = file(Officials.UNION, 7);
        americanFile = file(Officials.ENTITY_LIST, 8);
        listing = Route.of(API.listing("eeas-analyst"));
        evidence = Route.of(API.evidence("eeas-analyst"));
        assertTrue(listing.size() > 40, "routes " + listing);
        assertTrue(evidence.size() > 8, "routes " + evidence);
    }

    /** A case with all that hangs on it, up to an open round. */
    private static Map<String, String> file(Officials officials, int row) {
        Situations its = new Situations(officials);
        EntryWay entry = its.ready(row);
        String packageId = its.packageOf(entry);
        JsonNode round = its.open(packageId);
        JsonNode proposal = entry.standing();
        Map<String, String> ids = new TreeMap<>();
        ids.put("cases", entry.caseId());
        ids.put("proposals", entry.id());
        ids.put("subjects", proposal.at("/text/subjectId").asText());
        ids.put("exhibits", proposal.at("/text/reasons/0/cites/0/exhibitId").asText());
        ids.put("packages", packageId);
        ids.put("rounds", round.path("id").asText());
        return ids;
    }

    @Test
    void no_route_answers_without_a_token() {
        String nobody = UUID.randomUUID().toString();
        for (Route route : all()) {
            Answer answer = route.ask(
                    service(route, "eeas-analyst"), route.with(unionFile, nobody), Map.of("Authorization", "none"));
            assertEquals(401, answer.status(), route + " " + answer);
            assertTrue(answer.isClearRefusal(), route + " " + answer);
        }
    }

    @Test
    void what_is_hidden_answers_as_what_is_not_there() {
        hidden(unionFile, AMERICAN);
        hidden(americanFile, UNION);
    }

    private static void hidden(Map<String, String> file, List<String> outsiders) {
        String absent = UUID.randomUUID().toString();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (String account : outsiders) {
            for (Route route : all()) {
                if (route.named() && !route.path().startsWith("/programmes")) {
                    Caller caller = service(route, account);
                    Answer there = route.ask(caller, route.with(file, absent));
                    Answer nowhere = route.ask(caller, route.with(Map.of(), absent));
                    boolean same =
                            there.status() == nowhere.status() && there.reason().equals(nowhere.reason());
                    if (!same || !there.isClearRefusal()) {
                        wrong.add(account + " " + route + ": " + there.status() + " " + there.text() + " / "
                                + nowhere.status() + " " + nowhere.reason());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_list_names_nothing_that_is_hidden() {
        for (String account : AMERICAN) {
            for (Route route : all()) {
                if (!route.named() && !route.endless() && route.method().equals("GET")) {
                    Answer answer = route.ask(service(route, account), route.path());
                    unionFile.values().forEach(id -> assertFalse(answer.text().contains(id), account + " " + route));
                }
            }
        }
    }

    @Test
    void a_role_that_a_route_does_not_name_is_refused() {
        List<String> wrong = new ArrayList<>();
        for (String account : UNION) {
            List<String> roles = DemoAccount.all().stream()
                    .filter(demo -> demo.account().equals(account))
                    .findFirst()
                    .orElseThrow()
                    .roles();
            for (Route route : all()) {
                if (!route.roles().isEmpty() && Collections.disjoint(route.roles(), roles)) {
                    Answer answer = route.ask(
                            service(route, account),
                            route.with(unionFile, UUID.randomUUID().toString()));
                    if (answer.status() != 403 || !answer.isClearRefusal()) {
                        wrong.add(account + " " + route + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void an_id_under_another_parent_is_refused() {
        Situations its = new Situations(Officials.UNION);
        EntryWay other = its.ready(9);
        String packageId = its.packageOf(other);
        Caller chair = API.listing("pres-chair");
        Answer entry = chair.send("DELETE", "/packages/" + packageId + "/entries/" + unionFile.get("proposals"), null);
        assertTrue(entry.isClearRefusal(), entry.toString());
        Answer subject = API.listing("eeas-analyst")
                .send(
                        "POST",
                        "/cases/" + other.caseId() + "/proposals",
                        Map.of(
                                "programme", "EU-833-IV",
                                "kind", "ADD",
                                "subjectId", unionFile.get("subjects")));
        assertEquals(422, subject.status(), subject.text());
        Answer exhibit = API.listing("eeas-analyst")
                .send(
                        "POST",
                        "/cases/" + other.caseId() + "/proposals",
                        Map.of(
                                "programme",
                                "EU-833-IV",
                                "kind",
                                "ADD",
                                "subjectId",
                                other.standing().at("/text/subjectId").asText(),
                                "reasons",
                                List.of(Map.of(
                                        "type", "FACT",
                                        "text", "As another case's file shows.",
                                        "cites",
                                                List.of(Map.of(
                                                        "exhibitId", unionFile.get("exhibits"), "version", 1))))));
        assertEquals(422, exhibit.status(), exhibit.text());
        assertEquals("unknown-exhibit", exhibit.json().at("/errors/0/reason").asText());
        Answer version = API.evidence("eeas-analyst")
                .send("GET", "/exhibits/" + unionFile.get("exhibits") + "/versions/7/content", null);
        assertEquals(404, version.status(), version.text());
        Answer revision = API.listing("eeas-analyst").send("GET", "/proposals/" + other.id() + "/revisions/7", null);
        assertEquals(404, revision.status(), revision.text());
    }

    private static List<Route> all() {
        List<Route> all = new ArrayList<>(listing);
        all.addAll(evidence);
        return all;
    }

    private static Caller service(Route route, String account) {
        return evidence.contains(route) ? API.evidence(account) : API.listing(account);
    }
}
