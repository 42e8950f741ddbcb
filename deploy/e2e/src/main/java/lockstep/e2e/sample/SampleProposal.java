package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.source.SourceRow;

/** One proposal of the sample, brought as far along as a situation needs. Each step brings the steps before it. */
record SampleProposal(Officials officials, SourceRow company, String id, Steps steps, String step) {

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
        if (!steps.done(step + "accept")) {
            JsonNode matches = steps.read(officials.chair(), "/proposals/" + id + "/duplicates");
            List<Map<String, Object>> judgements =
                    Json.items(matches.path("items")).map(this::judgement).toList();
            act(officials.chair(), "accept", Map.of("judgements", judgements));
        }
        return this;
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
