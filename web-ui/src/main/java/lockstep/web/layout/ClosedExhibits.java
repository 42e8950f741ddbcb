package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.HashMap;
import java.util.Map;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Refusal;
import lockstep.web.services.RoundView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Names the exhibits to which seats of a round lost their access, as far as the reader may see them. */
@ApplicationScoped
public class ClosedExhibits {
    private final EvidenceService evidence;

    ClosedExhibits(@RestClient EvidenceService evidence) {
        this.evidence = evidence;
    }

    /** Without a title where the reader doesn't see the exhibit, or nobody answers: the page stands all the same. */
    public RoundView named(RoundView round) {
        if (round == null || round.getClosedSeats().isEmpty()) {
            return round;
        }
        ArrayNode asked = JsonNodeFactory.instance.arrayNode();
        round.getClosedSeats().stream()
                .flatMap(seat -> seat.cannotOpen().stream())
                .distinct()
                .forEach(one ->
                        asked.addObject().put("exhibitId", one.exhibitId()).put("version", one.version()));
        return round.naming(titles(asked));
    }

    private Map<RoundView.Closed, String> titles(ArrayNode asked) {
        Map<RoundView.Closed, String> titles = new HashMap<>();
        try {
            JsonNode found =
                    evidence.lookup(JsonNodeFactory.instance.objectNode().set("items", asked));
            found.path("items")
                    .forEach(one -> titles.put(
                            new RoundView.Closed(
                                    one.path("exhibitId").asText(),
                                    one.path("version").asInt(),
                                    null),
                            one.path("title").asText(null)));
        } catch (Refusal | ProcessingException unanswered) {
            return Map.of();
        }
        return titles;
    }
}
