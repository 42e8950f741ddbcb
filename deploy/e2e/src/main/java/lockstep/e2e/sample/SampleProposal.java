package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.source.SourceRow;

/** One proposal of the sample, brought as far along as a situation needs. Each step brings the steps before it. */
record SampleProposal(Officials officials, SourceRow company, String id, Steps steps, String step) {

    private static final int MOST_TRIES = 5;
    private static final Map<String, Object> OPINION = object(
            "standard",
                    "The facts are shown by documents from two independent sources; taken together they are a"
                            + " sufficiently solid factual basis.",
            "criterion",
                    "The goods, their origin and the recipient are established; the criterion is met on these facts.",
            "proportionality", "A milder measure was considered and would not stop the deliveries.",
            "disclosability", "The reasons that stand alone rest on exhibits that can be shown to the party.");

    SampleProposal signed() {
        act(officials.submitter(), "submit", Map.of("reply", ""));
        return this;
    }

    SampleProposal accepted() {
        signed();
        for (int tries = 1; !steps.done(step + "accept"); tries++) {
            try {
                accept();
            } catch (Refused refused) {
                // one like it was signed since they were read: what is made side by side looks again
                if (tries == MOST_TRIES || !refused.reason().equals("duplicates-not-judged")) {
                    throw refused;
                }
            }
        }
        return this;
    }

    private void accept() {
        JsonNode matches = steps.read(officials.chair(), "/proposals/" + id + "/duplicates");
        List<Map<String, Object>> judgements =
                Json.items(matches.path("items")).map(this::judgement).toList();
        act(officials.chair(), "accept", Map.of("judgements", judgements));
    }

    private Map<String, Object> judgement(JsonNode match) {
        boolean same = match.path("name").asText().equals(company.name());
        boolean here = match.path("programme").asText().equals(officials.programme());
        String judgement = !same ? "DIFFERENT" : here ? "SAME_SEVERAL_ROWS" : "SAME";
        String reason =
                switch (judgement) {
                    case "SAME" -> "The same company, before another authority.";
                    case "SAME_SEVERAL_ROWS" -> "The same company; this row is for its other address.";
                    default -> "Only a part of the name is alike; neither number nor address is.";
                };
        return object("matchId", match.path("matchId").asText(), "judgement", judgement, "reason", reason);
    }

    SampleProposal endorsed() {
        accepted();
        act(officials.endorser(), "endorse", Map.of("note", "We have the same goods and the same recipient on file."));
        return this;
    }

    SampleProposal sufficient() {
        endorsed();
        act(officials.legal(), "find-sufficient", OPINION);
        return this;
    }

    /** Ready for decision, the other authority consulted where the programme asks for it. */
    SampleProposal ready() {
        sufficient();
        if (officials.consulted() != null) {
            act(
                    officials.chair(),
                    "consultations",
                    Map.of(
                            "agency",
                            officials.consulted(),
                            "on",
                            steps.today().minusDays(1).toString(),
                            "person",
                            "Office of Sanctions Policy and Implementation",
                            "outcome",
                            "No objection; asks to be told the date of release a day before."));
        }
        return this;
    }

    void returned(String account, String code, String text) {
        act(account, "return", Map.of("code", code, "text", text));
    }

    /** A formal correction of the address's form, confirmed by a lawyer: now any seat can stop it, until its period is over. */
    void corrected(String word, String abbreviated, String reason) {
        String correction =
                steps.once(step + "correct", officials.analyst(), "/proposals/" + id + "/corrections", () -> {
                    JsonNode decided = steps.read(officials.analyst(), "/proposals/" + id + "/correctable");
                    JsonNode address = Json.items(decided.path("fields"))
                            .filter(field -> field.path("part").asText().equals("ADDRESS"))
                            .findFirst()
                            .orElseThrow();
                    return object(
                            "textHashRead",
                            decided.path("textHash").asText(),
                            "reason",
                            reason,
                            "changes",
                            List.of(object(
                                    "field", address.path("field").asText(),
                                    "kind", "ADDRESS_FORM",
                                    "text", address.path("text").asText().replace(word, abbreviated))));
                });
        String its = "/corrections/" + correction;
        steps.once(
                step + "correct/confirm",
                officials.legal(),
                its + "/confirm",
                () -> object(
                        "correctionHashRead",
                        steps.read(officials.legal(), its)
                                .path("correctionHash")
                                .asText()));
    }

    /** That person loses the case; the alternate speaks for the seat. */
    void recused(String account, String reason) {
        String its = step + "recuse/" + account;
        if (steps.done(its)) {
            return;
        }
        String caseId =
                steps.read(officials.chair(), "/proposals/" + id).path("caseId").asText();
        try {
            steps.once(its, account, "/cases/" + caseId + "/recusals", () -> object("reason", reason));
        } catch (Refused refused) {
            // the only step that takes no key: its answer was lost when the sample was interrupted
            if (!refused.reason().equals("already-recused")) {
                throw refused;
            }
            steps.ledger().acknowledge(its, "");
        }
    }

    void advised(String account, String note) {
        act(account, "advisory-endorsements", Map.of("note", note));
    }

    private void act(String account, String verb, Map<String, Object> said) {
        steps.once(step + verb, account, "/proposals/" + id + "/" + verb, () -> {
            // The first revision: none of these is amended by its author.
            Map<String, Object> body = object("revisionRead", 1);
            body.putAll(said);
            return body;
        });
    }
}
