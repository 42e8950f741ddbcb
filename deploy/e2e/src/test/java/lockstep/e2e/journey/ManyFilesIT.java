package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;
import lockstep.e2e.intake.SentFolder;
import lockstep.local.Instance;
import lockstep.local.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A folder of many small files as one batch, in the middle of which evidence-service is killed. */
@Isolated
class ManyFilesIT {
    private static final int FILES = Boolean.getBoolean("lockstep.full") ? 300_000 : 1_500;
    /** Of so many files one is empty, and can't come in. */
    private static final int EMPTY = 500;

    private static final int AT_ONCE = 8;
    private static final String ANALYST = "eeas-analyst";
    /** For one page of any list, however many files there are. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final Instance instance = Running.instance();
    private final Api api = Running.api();
    private final Caller evidence = api.evidence(ANALYST);

    @Test
    void each_file_is_in_once_or_told_as_failed_although_the_service_is_killed() throws Exception {
        String caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "A seized archive", "summary", "Files"), UUID.randomUUID() + "")
                .path("id")
                .asText();
        String batch = evidence.post("/cases/" + caseId + "/batches", described(), UUID.randomUUID() + "")
                .path("id")
                .asText();
        SentFolder folder = new SentFolder(instance.evidence(), api, ANALYST, batch, new Letters());
        FutureTask<Void> sending = new FutureTask<>(() -> folder.send(AT_ONCE), null);
        Instant begun = Instant.now();
        Thread.ofPlatform().start(sending);
        while (folder.ended() < FILES / 2) {
            assertTrue(!sending.isDone(), "sending ended before it could be disturbed");
            Thread.sleep(50);
        }
        instance.kill(Part.EVIDENCE);
        instance.restart(Part.EVIDENCE);
        sending.get();
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
        System.out.printf("many files: %d in %.0f s with a restart, %.0f a second%n", FILES, seconds, FILES / seconds);

        assertEquals(FILES / EMPTY, folder.failed().size(), folder.failed().toString());
        JsonNode told = quick("/batches/" + batch);
        assertEquals(FILES - FILES / EMPTY, told.at("/counts/accepted").asInt(), told.toString());
        assertEquals(FILES / EMPTY, told.at("/counts/failed").asInt(), told.toString());
        assertEquals(0, told.at("/counts/receiving").asInt(), told.toString());
        Json.items(quick("/batches/" + batch + "/uploads?state=FAILED").path("items"))
                .forEach(one -> {
                    assertTrue(
                            folder.failed().containsKey(one.path("relativePath").asText()), one.toString());
                    assertEquals("empty-content", one.path("reason").asText());
                });
        eachHoldsItsContent(batch);
        quick("/batches/" + batch + "/uploads?limit=200");
        quick("/batches/" + batch + "/exhibits?limit=200");
        quick("/cases/" + caseId + "/exhibits?limit=200");
        quick("/cases/" + caseId + "/exhibit-history?limit=200");
        try (Browsing browser = new Browsing()) {
            shows(browser, "/batches/" + batch);
            shows(browser, "/cases/" + caseId + "/exhibits");
        }
    }

    private JsonNode quick(String path) {
        Instant asked = Instant.now();
        JsonNode answer = evidence.get(path);
        Duration taken = Duration.between(asked, Instant.now());
        System.out.println("many files: " + path.replaceAll("[0-9a-f-]{36}", "ID") + " " + taken.toMillis() + " ms");
        assertTrue(taken.compareTo(QUICK) < 0, path + " took " + taken);
        return answer;
    }

    private static void shows(Browsing browser, String path) {
        Page page = browser.open(ANALYST, path);
        double taken =
                ((Number) page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd")).doubleValue();
        System.out.printf("many files: page %s %.0f ms%n", path.replaceAll("[0-9a-f-]{36}", "ID"), taken);
        assertTrue(taken < QUICK.toMillis(), path + " took " + taken);
    }

    private void eachHoldsItsContent(String batch) throws Exception {
        Map<String, String> held = new HashMap<>();
        try (Connection connection = instance.connect("evidence");
                PreparedStatement query = connection.prepareStatement("""
                        select u.relative_path, v.sha256 from upload u
                        join exhibit_version v on v.exhibit_id = u.exhibit_id where u.batch_id = cast(? as uuid)""")) {
            query.setString(1, batch);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assertEquals(null, held.put(rows.getString(1), rows.getString(2)), "twice: " + rows.getString(1));
                }
            }
        }
        Letters letters = new Letters();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (int number = 0; number < FILES; number++) {
            byte[] content = letters.content(number);
            assertEquals(
                    content.length == 0 ? null : HexFormat.of().formatHex(sha256.digest(content)),
                    held.get(letters.path(number)),
                    letters.path(number));
        }
    }

    /** Texts of some hundred bytes, in folders of a thousand. */
    private record Letters() implements SentFolder.Folder {

        @Override
        public int files() {
            return FILES;
        }

        @Override
        public String path(int number) {
            return "archive/%03d/letter-%06d.txt".formatted(number / 1000, number);
        }

        @Override
        public byte[] content(int number) {
            return number % EMPTY == EMPTY - 1
                    ? new byte[0]
                    : ("Letter " + number + "\n" + "To whom it may concern. ".repeat(number % 40 + 1))
                            .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Object> described() {
        return Map.of(
                "title", "A seized archive",
                "sourceType", "CUSTOMS",
                "collectedAt", "2026-11-02T00:00:00Z",
                "languages", List.of("en"),
                "reliability", "B",
                "credibility", 2,
                "relianceUse", "LEAD_ONLY");
    }
}
