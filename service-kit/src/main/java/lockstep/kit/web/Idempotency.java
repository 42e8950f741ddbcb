package lockstep.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Canonical;
import lockstep.kit.problem.ProblemException;

/**
 * A creating command sent twice with one {@code Idempotency-Key} is done once: the key, the act and its answer commit
 * together, and a second one waits for the first.
 */
@ApplicationScoped
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 1000;

    private final Acting acting;
    private final InstantSource clock;
    private final Sql sql;
    private final ObjectMapper json;

    public Idempotency(Acting acting, InstantSource clock, Sql sql, ObjectMapper json) {
        this.acting = acting;
        this.clock = clock;
        this.sql = sql;
        this.json = json;
    }

    /** One request's key for one of the many things it is about, each of which is done by itself; null for none. */
    public static String of(String key, UUID item) {
        return key == null
                ? null
                : HexFormat.of().formatHex(Canonical.sha256((key + item).getBytes(StandardCharsets.UTF_8)));
    }

    private record Kept(byte[] bodySha256, String answer) {}

    /**
     * The command's answer, from now or from the first time; without a key the command just runs.
     *
     * @param key what came as {@code Idempotency-Key}, or null
     * @param route names the command and what it is applied to, e.g. {@code POST /cases/<id>/proposals}
     * @throws ProblemException 422 {@code idempotency-key-reused} if the key came with another body
     */
    @Transactional
    public <T> T once(String key, String route, Object body, Class<T> answer, Supplier<T> command) {
        if (key == null) {
            return command.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(400, "bad-idempotency-key", "1 to 128 visible ASCII characters.");
        }
        String actor = acting.principal().pseudonym();
        byte[] hash = Canonical.sha256(Canonical.bytes(body));
        if (!claimed(actor, route, key, hash)) {
            return replay(actor, route, key, hash, answer);
        }
        T made = command.get();
        sql.update(
                "update idempotency set answer = ? where actor = ? and route = ? and key = ?",
                written(made),
                actor,
                route,
                key);
        return made;
    }

    /** The same for a command whose answer is read from what it acted on. */
    @Transactional
    public void once(String key, String route, Object body, Runnable command) {
        once(key, route, body, Boolean.class, () -> {
            command.run();
            return true;
        });
    }

    /** Waits for a concurrent claim of the same key, and succeeds if that one is rolled back. */
    private boolean claimed(String actor, String route, String key, byte[] hash) {
        return 1
                == sql.update(
                        "insert into idempotency (actor, route, key, body_sha256, created_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        actor,
                        route,
                        key,
                        hash,
                        clock.instant());
    }

    private <T> T replay(String actor, String route, String key, byte[] hash, Class<T> answer) {
        Kept kept = sql.first(
                        "select body_sha256, answer from idempotency where actor = ? and route = ? and key = ?",
                        row -> new Kept(row.getBytes(1), row.getString(2)),
                        actor,
                        route,
                        key)
                .orElseThrow();
        if (!Arrays.equals(kept.bodySha256(), hash)) {
            throw new ProblemException(
                    422, "idempotency-key-reused", "This key came with another body before. Use a new one.");
        }
        try {
            return json.readValue(kept.answer(), answer);
        } catch (JsonProcessingException otherShape) {
            throw new IllegalStateException(otherShape);
        }
    }

    private String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    @Scheduled(
            identity = "forget-answers",
            every = "${lockstep.forget-answers.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        Acting.as(new SystemActor("forget-answers", Set.of()), this::forgetOld);
    }

    /** Removes keys older than seven days, leaving alone what another replica is removing; how many it removed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int forgetOld() {
        return sql.update("""
                delete from idempotency where (actor, route, key) in (
                    select actor, route, key from idempotency where created_at < ?
                     order by created_at limit ? for update skip locked)
                """, clock.instant().minus(KEPT), AT_ONCE);
    }
}
