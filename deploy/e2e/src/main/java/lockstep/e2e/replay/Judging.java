package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;

/**
 * Judges possible duplicates as the chair would who has both rows before him: one number or one printed name on two
 * rows needs explaining; a name that is only alike, without a number in common, is another company.
 */
public final class Judging {
    private static final String SAME = "SAME_SEVERAL_ROWS";
    private static final String DIFFERENT = "DIFFERENT";
    private final Tally tally;

    public Judging(Tally tally) {
        this.tally = tally;
    }

    /** {@code amends}: the listing that the row changes, which of course is of the same target; or null. */
    List<Map<String, Object>> judge(SourceRow row, String amends, JsonNode matches) {
        List<Map<String, Object>> judgements = new ArrayList<>();
        Json.items(matches).forEach(match -> {
            if (match.path("matchId").asText().equals(amends)) {
                judgements.add(object(
                        "matchId", amends, "judgement", "SAME", "reason", "the listing that this proposal amends"));
                return;
            }
            String name = match.path("name").asText();
            List<String> shared =
                    Json.items(match.path("matchedOn")).map(JsonNode::asText).toList();
            List<String> names =
                    shared.stream().filter(key -> key.startsWith("name:")).toList();
            List<String> numbers =
                    shared.stream().filter(key -> key.startsWith("id:")).toList();
            boolean sameName = words(row.name()).equals(words(name));
            String judgement = sameName || !numbers.isEmpty() && !names.isEmpty() ? SAME : DIFFERENT;
            String reason = reason(name, numbers, names, sameName);
            boolean explained = sameName || !numbers.isEmpty();
            tally.note(
                    explained ? Tally.Kind.EXPLAINED : Tally.Kind.ANOTHER_TARGET,
                    row,
                    (explained ? judgement + ", " : "") + reason);
            judgements.add(object("matchId", match.path("matchId").asText(), "judgement", judgement, "reason", reason));
        });
        return judgements;
    }

    private static String reason(String name, List<String> numbers, List<String> names, boolean sameName) {
        if (sameName && numbers.isEmpty()) {
            return "the annex lists “" + name + "” in two rows, once for each seat";
        }
        if (!numbers.isEmpty() && !names.isEmpty()) {
            return "the annex lists the company of number " + numbers.getFirst() + " a second time, as “" + name + "”";
        }
        if (!numbers.isEmpty()) {
            return "the annex prints number " + numbers.getFirst() + " also for “" + name
                    + "”, whose names and seat have nothing in common with this entry's: two bodies, one number"
                    + " misprinted";
        }
        return "only a name is like one of “" + name + "”; no number in common";
    }

    private static Set<String> words(String name) {
        return new HashSet<>(List.of(
                name.toLowerCase().replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ")));
    }
}
