package lockstep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import lockstep.e2e.client.Api;
import lockstep.local.Instance;
import lockstep.local.Options;

/**
 * How fast one large file comes in by tus through REST, and how much heap the service takes for it, against openssl that
 * digests and encrypts the same file onto the same disk; then the same file once more, cut at random on its way.
 */
final class IntakeBench {
    private static final String ANALYST = "eeas-analyst";
    private static final int CUTS = 20;
    private static final int MEGABYTE = 1_000_000;

    private final long bytes;
    private final int turns;

    private IntakeBench(long bytes, int turns) {
        this.bytes = bytes;
        this.turns = turns;
    }

    static IntakeBench of(String[] arguments) {
        return Arrays.asList(arguments).contains("--quick")
                ? new IntakeBench(1_000L * MEGABYTE, 2)
                : new IntakeBench(5_000L * MEGABYTE, 3);
    }

    String run() {
        OpenSsl.mustBeThere();
        try (Temporary data = Temporary.directory();
                Instance instance =
                        Instance.start(Options.in(data.path()).withoutSample().lasting())) {
            return measure(instance, data.path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Both turn about, so that neither has the disk's better minutes; each turn sends another file. */
    private String measure(Instance instance, Path directory) throws IOException {
        Api api = Api.of(instance);
        String batch = batch(api);
        OpenSsl limit = new OpenSsl(directory);
        double seconds = 0;
        double limitSeconds = 0;
        Path file = directory.resolve("large.bin");
        SentByTus sent = new SentByTus(instance.evidence(), api.tokens(), batch, ANALYST);
        try (Heap heap = Heap.of("evidence-service")) {
            for (int turn = 0; turn < turns; turn++) {
                fill(file, turn);
                OpenSsl.Figures figures = limit.run(file);
                limitSeconds += figures.seconds();
                long begun = System.nanoTime();
                String upload = sent.whole(file);
                seconds += (System.nanoTime() - begun) / 1e9;
                same(figures.sha256(), api, batch, upload);
                say(String.format(
                        Locale.ROOT,
                        "tus %.0f MB/s so far, openssl %.0f",
                        megabytes(turn + 1) / seconds,
                        megabytes(turn + 1) / limitSeconds));
                if (turn == turns - 1) {
                    same(figures.sha256(), api, batch, sent.cut(file, CUTS, new Random(turn)));
                    say("cut " + CUTS + " times and gone on with: the same hash");
                }
            }
            return String.format(
                    Locale.ROOT,
                    "intake ratio=%.2f heap_mb=%d mb_per_s=%.1f limit_mb_per_s=%.1f",
                    limitSeconds / seconds,
                    heap.most(),
                    megabytes(turns) / seconds,
                    megabytes(turns) / limitSeconds);
        }
    }

    private double megabytes(int files) {
        return (double) bytes * files / MEGABYTE;
    }

    private static void same(String sha256, Api api, String batch, String upload) {
        for (JsonNode row :
                api.evidence(ANALYST).get("/batches/" + batch + "/uploads").path("items")) {
            if (row.path("id").asText().equals(upload)) {
                String held = api.evidence(ANALYST)
                        .get("/exhibits/" + row.path("exhibitId").asText())
                        .at("/versions/0/sha256")
                        .asText();
                if (held.equals(sha256)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("what came in is not what was sent");
    }

    private static String batch(Api api) {
        String caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "A large file", "summary", "Measured"), "intake-case")
                .path("id")
                .asText();
        return api.evidence(ANALYST)
                .post(
                        "/cases/" + caseId + "/batches",
                        Map.of(
                                "title", "A large file",
                                "sourceType", "CUSTOMS",
                                "collectedAt", "2026-11-02T09:00:00Z",
                                "languages", new String[0],
                                "reliability", "B",
                                "credibility", 2,
                                "relianceUse", "LEAD_ONLY"),
                        "intake-batch")
                .path("id")
                .asText();
    }

    private void fill(Path file, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] piece = new byte[MEGABYTE];
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += piece.length) {
                random.nextBytes(piece);
                out.write(piece);
            }
        }
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
