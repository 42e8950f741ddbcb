package lockstep.listing.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for a shorter history that still diverges, by leaving steps out, and tells it. */
final class Shorter {
    private static final int MOST_STEPS = 4000;

    private int taken;
    private final Procedure procedure;
    private final Instant start;
    private final Service service;
    private final Commands commands;
    private final Connection connection;

    Shorter(Procedure procedure, Instant start, Service service, Commands commands, Connection connection) {
        this.procedure = procedure;
        this.start = start;
        this.service = service;
        this.commands = commands;
        this.connection = connection;
    }

    String of(History history, Divergence found) throws SQLException {
        List<Step> shortest = history.steps;
        Divergence why = found;
        Step last = shortest.getLast();
        List<Step> unrefused = new ArrayList<>(history.accepted);
        if (unrefused.isEmpty() || unrefused.getLast() != last) {
            unrefused.add(last);
        }
        Divergence without = run(unrefused);
        if (without != null) {
            shortest = unrefused;
            why = without;
        }
        for (int part = shortest.size() / 2; part >= 1 && taken < MOST_STEPS; ) {
            boolean shorter = false;
            // The last step is the one that diverges: it stays.
            for (int from = 0; from < shortest.size() - 1 && taken < MOST_STEPS; ) {
                List<Step> tried = new ArrayList<>(shortest.subList(0, from));
                tried.addAll(shortest.subList(Math.min(from + part, shortest.size() - 1), shortest.size()));
                Divergence still = run(tried);
                if (still == null) {
                    from += part;
                } else {
                    shortest = tried;
                    why = still;
                    shorter = true;
                }
            }
            part = shorter && part > 1 ? Math.min(part, shortest.size() / 2) : part / 2;
        }
        return told(shortest, why);
    }

    /** The divergence at the last step, or null if there is none or it comes earlier. */
    private Divergence run(List<Step> steps) throws SQLException {
        History history = new History(procedure, start, new Rows(Set.of()), service, commands, connection);
        try {
            for (Step step : steps) {
                if (history.model.names(step)) {
                    taken++;
                    history.take(step);
                }
            }
            return null;
        } catch (Divergence still) {
            return history.steps.getLast() == steps.getLast() ? still : null;
        } finally {
            history.close();
        }
    }

    private String told(List<Step> steps, Divergence why) {
        StringBuilder all = new StringBuilder("a history from " + start + "\n");
        steps.forEach(step -> all.append("    ").append(step).append('\n'));
        all.append("  diverges at its last step: ").append(why.getMessage());
        if (why.getCause() != null) {
            StringWriter trace = new StringWriter();
            why.getCause().printStackTrace(new PrintWriter(trace));
            trace.toString().lines().limit(25).forEach(line -> all.append("\n    ")
                    .append(line));
        }
        return all.append('\n').toString();
    }
}
