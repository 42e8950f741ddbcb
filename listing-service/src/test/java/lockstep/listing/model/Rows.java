package lockstep.listing.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often each row of the tables was taken, and how often each attempt was accepted and refused from where. */
final class Rows {
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, int[]> attempts = new TreeMap<>();

    void taken(String row) {
        taken.merge(row, 1, Integer::sum);
    }

    int times(String attempt) {
        return attempts.getOrDefault(attempt, new int[2])[0];
    }

    void attempted(String attempt, boolean accepted) {
        attempts.computeIfAbsent(attempt, _ -> new int[2])[accepted ? 0 : 1]++;
    }

    Set<String> taken() {
        return taken.keySet();
    }

    void add(Rows others) {
        others.taken.forEach((row, times) -> taken.merge(row, times, Integer::sum));
        others.attempts.forEach((attempt, times) -> {
            int[] mine = attempts.computeIfAbsent(attempt, _ -> new int[2]);
            mine[0] += times[0];
            mine[1] += times[1];
        });
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("attempt from                          accepted  refused\n");
        attempts.forEach(
                (attempt, times) -> table.append(String.format("%-36s %9d %8d%n", attempt, times[0], times[1])));
        table.append("row taken                                         times\n");
        taken.forEach((row, times) -> table.append(String.format("%-50s %6d%n", row, times)));
        return table.toString();
    }
}
