package lockstep.web.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lockstep.web.layout.Form;

/** A proposal's text between form and service: a citation is {@code exhibit:version} in the one and an object in the other. */
final class Draft {
    private Draft() {}

    /** What the service takes. */
    static ObjectNode text(Form form) {
        ObjectNode text = form.withMarking().filled();
        text.remove(List.of("version", "caseId"));
        for (JsonNode paragraph : text.path("reasons")) {
            ObjectNode one = (ObjectNode) paragraph;
            ArrayNode cites = one.arrayNode();
            one.path("cites").forEach(ref -> {
                String[] parts = ref.asText().split(":", 2);
                if (parts.length == 2 && parts[1].matches("[0-9]{1,6}")) {
                    cites.addObject().put("exhibitId", parts[0]).put("version", Integer.parseInt(parts[1]));
                }
            });
            one.set("cites", cites);
            one.put("selfSufficient", "true".equals(one.path("selfSufficient").asText()));
        }
        return text;
    }

    /** A new proposal that begins with the text of another: without its version, and for a removal without its reasons. */
    static Form startingFrom(JsonNode proposal, boolean removal) {
        ObjectNode text = proposal.path("text").deepCopy();
        text.remove("note");
        if (removal) {
            text.remove("reasons");
        }
        Form form = form(((ObjectNode) proposal.deepCopy()).set("text", text));
        form.json().remove(List.of("version", "caseId"));
        if (proposal.has("marking")) {
            form.json().set("marking", proposal.get("marking"));
        }
        return form;
    }

    /** What the form shows of a text that the service has. */
    static Form form(JsonNode proposal) {
        ObjectNode text = proposal.path("text").deepCopy();
        text.remove(List.of("subject", "subjectVersion"));
        for (JsonNode paragraph : text.path("reasons")) {
            ObjectNode one = (ObjectNode) paragraph;
            ArrayNode refs = one.arrayNode();
            one.path("cites")
                    .forEach(cite -> refs.add(cite.path("exhibitId").asText() + ":"
                            + cite.path("version").asInt()));
            one.set("cites", refs);
        }
        text.put("version", proposal.path("version").asText());
        text.put("caseId", proposal.path("caseId").asText());
        return Form.of(text);
    }
}
