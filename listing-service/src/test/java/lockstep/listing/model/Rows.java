package lockstep.listing.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each row of the tables was taken, each guard alone refused an attempt, and each attempt was accepted from where.
 */
final class Rows {
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> accepted = new TreeMap<>();

    private final Set<String> possible;

    /** Of a programme whose law makes these rows and guards possible. */
    Rows(Set<String> possible) {
        this.possible = Set.copyOf(possible);
    }

    /** The same so far, counting on by itself. */
    Rows copy() {
        Rows copy = new Rows(possible);
        copy.taken.putAll(taken);
        copy.refused.putAll(refused);
        copy.accepted.putAll(accepted);
        return copy;
    }

    /** What is possible and was not seen yet. */
    Set<String> never() {
        Set<String> never = new TreeSet<>(possible);
        never.removeAll(taken.keySet());
        refused.keySet().forEach(guard -> never.remove("refused " + guard));
        return never;
    }

    /** What can be refused for a reason for which it was not refused yet. */
    List<Step.Event> unseen() {
        return never().stream()
                .filter(row -> row.startsWith("refused "))
                .map(row -> Step.Event.valueOf(row.split(" ")[1]))
                .toList();
    }

    void taken(String row) {
        taken.merge(row, 1, Integer::sum);
    }

    void accepted(String attempt) {
        accepted.merge(attempt, 1, Integer::sum);
    }

    /** Counts only what nothing else refuses too: such a refusal shows that this guard is there. */
    void refused(Step.Event event, Set<Why> why) {
        if (why.size() == 1) {
            refused.merge(guard(event, why), 1, Integer::sum);
        }
    }

    int timesAccepted(String attempt) {
        return accepted.getOrDefault(attempt, 0);
    }

    /** How often this refusal was seen, very often where several guards meet: it shows none of them. */
    int timesRefused(Step.Event event, Set<Why> why) {
        return why.size() == 1 ? refused.getOrDefault(guard(event, why), 0) : 50;
    }

    private static String guard(Step.Event event, Set<Why> why) {
        return event + " " + why.iterator().next();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        taken.forEach((row, times) -> table.append(String.format("  %-60s %6d%n", row, times)));
        refused.forEach((guard, times) -> table.append(String.format("  refused %-52s %6d%n", guard, times)));
        return table.toString();
    }
}
