package lockstep.listing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.MovableClock;
import lockstep.listing.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories of every programme against a model of DOMAIN §4's tables. {@code -Dlockstep.full} takes 10,000 steps per
 * programme, from half-way on towards what was not seen yet; {@code -Dlockstep.seed=N} repeats a run,
 * {@code -Dlockstep.programme=CODE} one programme of it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ModelBasedTest {
    private static final boolean FULL = Boolean.getBoolean("lockstep.full");
    private static final int STEPS = Integer.getInteger("lockstep.steps", FULL ? 10_000 : 200);
    private static final int STEPS_PER_HISTORY = 400;
    private static final int THOUGHTS = 400;
    private static final int MOST_DIVERGENCES = 4;
    private static final Instant BEGINNING = Instant.parse("2024-01-08T09:00:00Z");
    private static final Instant END = Instant.parse("2025-11-01T00:00:00Z");

    @Inject
    Service service;

    @Inject
    Commands commands;

    /** In the suite always the same histories, at full size others each time. */
    private final long seed = Long.getLong("lockstep.seed", FULL ? System.nanoTime() % 1_000_000 : 200_584);

    /**
     * The model knows its own people and listings alone: a further holder of a seat would fill one that it says is empty, and
     * what comes onto a list has the term of what stands there.
     */
    @BeforeEach
    void nobodyAndNothingElse() throws SQLException {
        People.appointNobody();
        try (Connection connection = Databases.asSuperuser()) {
            connection
                    .createStatement()
                    .executeUpdate("update listing set status = 'EXPIRED', ended_at = now() where status = 'ACTIVE'"
                            + " and expires_at is not null");
        }
    }

    @AfterEach
    void others() throws SQLException {
        MovableClock.letGo();
        People.appointNobody();
    }

    @Test
    void random_histories_of_every_programme_go_as_the_tables_say() throws Exception {
        System.out.println("model-based test: seed " + seed + ", " + STEPS + " steps per programme");
        List<String> faults = new ArrayList<>();
        String only = System.getProperty("lockstep.programme");
        try (Connection connection = Databases.asSuperuser()) {
            for (Procedure procedure : Procedures.all()) {
                if (only == null || only.equals(procedure.code())) {
                    Cast.appoint(procedure);
                    Set<String> possible = Reachable.in(procedure);
                    Rows rows = new Rows(possible);
                    long began = System.nanoTime();
                    List<String> found = histories(procedure, rows, connection);
                    double seconds = (System.nanoTime() - began) / 1e9;
                    Set<String> never = rows.never();
                    System.out.printf(
                            "%-14s %6.1f s, %d divergences, %d of %d rows and guards%s%n%s",
                            procedure.code(),
                            seconds,
                            found.size(),
                            possible.size() - never.size(),
                            possible.size(),
                            FULL ? never.isEmpty() ? "" : ", never: " + never : "",
                            FULL ? rows : "");
                    found.forEach(System.out::println);
                    faults.addAll(found);
                    if (FULL) {
                        never.forEach(row -> faults.add(procedure.code() + ": never " + row));
                    }
                }
            }
        }
        assertEquals("", String.join("\n", faults), "seed " + seed);
    }

    /** At full size up to half as long again, until all that is possible was seen. */
    private static boolean goesOn(int taken, Rows rows) {
        return taken < STEPS
                || FULL && taken < STEPS + STEPS / 2 && !rows.never().isEmpty();
    }

    /** What chance hasn't brought until then is aimed at. */
    private static boolean late(int taken) {
        return FULL && taken > STEPS / 2;
    }

    /** Each kind of divergence once, in words. */
    private List<String> histories(Procedure procedure, Rows rows, Connection connection) throws SQLException {
        Random random = new Random(seed * 31 + procedure.code().hashCode());
        Map<String, String> found = new TreeMap<>();
        for (int taken = 0; goesOn(taken, rows) && found.size() < MOST_DIVERGENCES; ) {
            Instant start = BEGINNING.plus(Duration.ofHours(random.nextInt(24 * 60)));
            History history = new History(procedure, start, rows, service, commands, connection);
            Generator generator = new Generator(random, history.model, rows, THOUGHTS);
            if (late(taken)) {
                generator.plan(new Foresight(random, procedure, rows).towardsUnseen(start, STEPS_PER_HISTORY));
            }
            Divergence divergence = null;
            for (Step next = generator.next();
                    next != null && goesOn(taken, rows) && history.goesOn(STEPS_PER_HISTORY, END);
                    next = divergence == null ? generator.next() : null) {
                divergence = history.tried(next);
                taken++;
            }
            history.close();
            if (divergence != null) {
                String kind = history.steps.getLast().event() + " " + divergence.kind();
                if (!found.containsKey(kind)) {
                    Shorter shorter = new Shorter(procedure, start, service, commands, connection);
                    found.put(kind, procedure.code() + ": " + shorter.of(history, divergence));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
