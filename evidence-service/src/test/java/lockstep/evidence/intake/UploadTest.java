package lockstep.evidence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.Reliability;
import lockstep.evidence.exhibit.RelianceUse;
import lockstep.evidence.exhibit.SourceType;
import lockstep.evidence.storage.Partial;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UploadTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(120);
    private static final UUID MINE = UUID.randomUUID();
    private static final Actor ANALYST =
            TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).actor();

    /** What becomes of every verb in every state; anything else is refused with the named reason. */
    private static final Map<UploadState, List<String>> WAYS = Map.of(
            UploadState.RECEIVING, List.of("RECEIVING", "TERMINATED", "not-to-be-retried"),
            UploadState.ACCEPTED, List.of("upload-over", "already-an-exhibit", "not-to-be-retried"),
            UploadState.FAILED, List.of("upload-over", "TERMINATED", "RECEIVING"),
            UploadState.TERMINATED, List.of("upload-over", "upload-over", "not-to-be-retried"),
            UploadState.EXPIRED, List.of("upload-over", "upload-over", "not-to-be-retried"));

    static Stream<Arguments> ways() {
        List<Consumer<Upload>> verbs =
                List.of(upload -> upload.take(MINE, 10, NOW, UNTIL), Upload::terminate, upload -> upload.retry(NOW));
        return WAYS.entrySet().stream().flatMap(way -> Stream.of(0, 1, 2)
                .map(n -> Arguments.of(
                        way.getKey(), n, verbs.get(n), way.getValue().get(n))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void each_verb_in_each_state(UploadState state, int n, Consumer<Upload> verb, String expected) {
        Upload upload = whole();
        switch (state) {
            case ACCEPTED -> upload.accept(UUID.randomUUID());
            case FAILED -> upload.fail("not-found");
            case TERMINATED -> upload.terminate();
            case EXPIRED -> upload.expire();
            case RECEIVING -> {}
        }
        if (expected.equals(expected.toLowerCase())) {
            assertEquals(
                    expected,
                    assertThrows(ProblemException.class, () -> verb.accept(upload))
                            .reason());
            assertEquals(state, upload.state());
        } else {
            verb.accept(upload);
            assertEquals(UploadState.valueOf(expected), upload.state());
        }
    }

    @Test
    void only_one_sends_until_the_lease_has_run_out() {
        Upload upload = whole();
        upload.take(MINE, 10, NOW, UNTIL);
        refused("upload-held", () -> upload.take(UUID.randomUUID(), 10, UNTIL.minusMillis(1), UNTIL));
        UUID next = UUID.randomUUID();
        upload.take(next, 10, UNTIL, UNTIL.plusSeconds(60));
        refused("upload-held", () -> upload.checkpoint(MINE, partial(4), UNTIL, UNTIL, UNTIL));
        refused("upload-held", () -> upload.renew(MINE, UNTIL, UNTIL));
        assertEquals(10, upload.received());
        upload.release(MINE);
        refused("upload-held", () -> upload.take(MINE, 10, UNTIL, UNTIL));
        upload.release(next);
        upload.take(MINE, 10, UNTIL, UNTIL);
    }

    @Test
    void it_is_gone_on_with_where_it_is() {
        Upload upload = upload();
        refused("wrong-offset", () -> upload.take(MINE, 4, NOW, UNTIL));
        upload.take(MINE, 0, NOW, UNTIL);
        upload.checkpoint(MINE, partial(4), NOW, UNTIL, NOW.plus(Duration.ofDays(9)));
        upload.release(MINE);
        upload.take(MINE, 4, NOW.plus(Duration.ofDays(8)), UNTIL);
    }

    @Test
    void nothing_is_sent_after_it_has_expired_though_nobody_has_looked_after_it_yet() {
        Upload upload = upload();
        refused("upload-over", () -> upload.take(MINE, 0, NOW.plus(Duration.ofDays(8)), UNTIL));
    }

    @Test
    void what_is_empty_or_has_not_come_whole_is_not_tried_again() {
        Upload part = upload();
        part.fail("content-damaged");
        refused("not-to-be-retried", () -> part.retry(NOW));
        Upload late = whole();
        late.fail("not-found");
        refused("not-to-be-retried", () -> late.retry(NOW.plus(Duration.ofDays(8))));
        Upload empty = upload(0);
        empty.fail("empty-content");
        refused("not-to-be-retried", () -> empty.retry(NOW));
    }

    private static void refused(String reason, Runnable verb) {
        assertEquals(reason, assertThrows(ProblemException.class, verb::run).reason());
    }

    private static Upload whole() {
        Upload upload = upload();
        upload.take(MINE, 0, NOW, UNTIL);
        upload.checkpoint(MINE, partial(10), NOW, UNTIL, NOW.plus(Duration.ofDays(7)));
        upload.release(MINE);
        return upload;
    }

    private static Upload upload() {
        return upload(10);
    }

    private static Upload upload(long length) {
        Description said = new Description(
                "Batch",
                SourceType.CUSTOMS,
                null,
                null,
                NOW,
                List.of(),
                Reliability.B,
                2,
                RelianceUse.PUBLIC,
                null,
                "text/plain",
                Marking.originatorOnly("EU:LIMITE"),
                null);
        Batch batch = new Batch(UUID.randomUUID(), UUID.randomUUID(), said, ANALYST, NOW);
        Partial nothing = new Partial(UUID.randomUUID(), new byte[0], length, 0, new byte[0], new byte[0], "");
        return new Upload(
                UUID.randomUUID(),
                batch,
                SentFile.of("a", null, null),
                nothing,
                ANALYST,
                NOW,
                NOW.plus(Duration.ofDays(7)));
    }

    private static Partial partial(long received) {
        return new Partial(UUID.randomUUID(), new byte[0], 10, received, new byte[0], new byte[0], "");
    }
}
