package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entry in its former text, and as the act has it. */
record Replacement(EntryWay former, EntryWay now) {

    /** Publishes the former texts, each under the date of its own time, and compares them. */
    static void publishFormers(Pack.Run run, Pack formers) {
        List<EntryWay> ready = formers.ready();
        TreeMap<LocalDate, List<EntryWay>> byDate = ready.stream()
                .collect(Collectors.groupingBy(entry -> entry.row().listed(), TreeMap::new, Collectors.toList()));
        byDate.forEach((date, its) -> run.course().together(its, () -> {
            formers.way(Act.of(date), its).run();
            its.forEach(entry -> run.course().compared(entry));
        }));
    }

    /** Fails unless the new listing is in force and names the former one, which is superseded by it. */
    void check() {
        JsonNode before = former.published();
        JsonNode after = now.published();
        boolean replaced = before.path("status").asText().equals("SUPERSEDED")
                && before.path("succeededBy").asText().equals(after.path("id").asText())
                && after.path("status").asText().equals("ACTIVE")
                && after.path("amends").asText().equals(before.path("id").asText());
        if (!replaced) {
            throw new IllegalStateException("doesn't stand in the place of " + before.path("id") + ", which is "
                    + before.path("status") + ", succeeded by " + before.path("succeededBy"));
        }
    }
}
