package lockstep.listing.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lockstep.listing.model.World.Ballot;
import lockstep.listing.model.World.Bundle;

/** One history: each attempt is put to the model and to the service, and what both say and then have is compared. */
final class History {
    final Model model;
    final List<Step> steps = new ArrayList<>();
    final List<Step> accepted = new ArrayList<>();
    private final Service service;
    private final Files files;

    History(Procedure procedure, Instant start, Rows rows, Service service, Commands commands, Connection connection) {
        this.model = new Model(new World(procedure, start, rows));
        this.service = service;
        this.files = new Files(model.world, commands, connection);
    }

    boolean goesOn(int most, Instant end) {
        return steps.size() < most && model.world.now.isBefore(end);
    }

    /** The divergence at this step, or null. */
    Divergence tried(Step step) {
        try {
            take(step);
            return null;
        } catch (Divergence found) {
            return found;
        }
    }

    /**
     * Why the attempt was refused, or null if it was accepted.
     *
     * @throws Divergence if they differ in acceptance, the class of the reason, or in what stands afterwards
     */
    Why take(Step step) {
        steps.add(step);
        Set<Why> refusals = model.refusals(step);
        Why refused;
        try {
            refused = service.attempt(step, model.world, files);
        } catch (RuntimeException failed) {
            throw (Divergence) new Divergence("the service failed; the model said " + refusals).initCause(failed);
        }
        if (refused == null ? !refusals.isEmpty() : !refusals.contains(refused)) {
            throw new Divergence((refused == null ? "accepted" : "refused as " + refused) + "; the model said "
                    + (refusals.isEmpty() ? "accepted" : refusals));
        }
        if (refused == null) {
            accepted.add(step);
        }
        model.take(step, refusals);
        takeNewDeadlines();
        files.takeOpened(model.world.proposals);
        TreeMap<String, String> mine = model.standing();
        TreeMap<String, String> theirs = files.standing();
        if (!mine.equals(theirs)) {
            throw new Divergence(difference(mine, theirs));
        }
        return refused;
    }

    /** Where the clock begins anew the tables leave the deadline to the service: G8 must hold for what it chose. */
    private void takeNewDeadlines() {
        for (Bundle its : model.world.packages) {
            Ballot round = its.round;
            if (round == null || round.deadline != null) {
                continue;
            }
            Instant chosen = files.deadline(its.no);
            Procedure procedure = model.world.procedure;
            int hours = procedure.stage(round.stage).minimumHours();
            boolean dayOff = procedure.closed(chosen.atZone(procedure.zone()).toLocalDate());
            boolean reservesHeld = round.votes.values().stream()
                    .allMatch(said -> said.until() == null || !said.until().isAfter(chosen));
            boolean reserved = round.votes.values().stream().anyMatch(said -> chosen.equals(said.until()));
            boolean right = chosen.isAfter(model.world.now)
                    && !chosen.isBefore(model.world.now.plus(Duration.ofHours(hours)))
                    && (!dayOff || chosen.equals(round.before) || reserved)
                    && reservesHeld;
            if (!right) {
                throw new Divergence("at " + model.world.now + " the clock began anew with the deadline " + chosen
                        + ", which is too early, on a day that is none, or before a reserve's date");
            }
            round.deadline = chosen;
        }
    }

    private static String difference(TreeMap<String, String> mine, TreeMap<String, String> theirs) {
        StringBuilder all = new StringBuilder();
        Set<String> names = new TreeSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            if (!Objects.equals(mine.get(name), theirs.get(name))) {
                all.append(name).append("\n      model:   ").append(mine.get(name));
                all.append("\n      service: ").append(theirs.get(name)).append("\n    ");
            }
        }
        return all.toString();
    }

    /** The id behind the round of a package. */
    UUID round(int pack) {
        return files.round(pack);
    }

    UUID pack(int no) {
        return files.pack(no);
    }

    void close() throws SQLException {
        files.close();
    }
}
