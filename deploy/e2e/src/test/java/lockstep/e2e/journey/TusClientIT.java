package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;
import org.junit.jupiter.api.Test;

/** tus-js-client, which we did not write, sends to evidence-service from a browser: whole, broken off and gone on, ended. */
class TusClientIT {
    private static final NpmPackage CLIENT = new NpmPackage(
            "tus-js-client",
            "4.3.1",
            "ZLeYmjrkaU1fUsKbIi8JML52uAocjEZtBx4DKjRrqzrZa0O4MYwT6db+oqePlspV+FxXJAyFBc/L5gwUi2OFsg==");
    private static final String ANALYST = "eeas-analyst";

    /** Sends bytes that follow from their number, so that their digest can be told on both sides. */
    private static final String SCRIPT = """
            async ({endpoint, token}) => {
              const bytes = (size) => {
                const all = new Uint8Array(size);
                for (let n = 0; n < size; n++) all[n] = (n * 31 + (n >> 8)) & 0xff;
                return new Blob([all]);
              };
              const digest = async (blob) => Array.from(new Uint8Array(
                  await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())))
                .map((b) => b.toString(16).padStart(2, '0')).join('');
              const options = (name, more) => Object.assign({
                endpoint, retryDelays: [0, 500, 1000], chunkSize: 4 << 20, storeFingerprintForResuming: false,
                headers: {Authorization: 'Bearer ' + token}, metadata: {filename: name, filetype: 'application/octet-stream'}
              }, more);
              const sent = (blob, name, more) => new Promise((done, failed) => {
                const upload = new tus.Upload(blob, options(name, Object.assign({
                  onError: failed, onSuccess: () => done(upload.url)}, more)));
                upload.start();
              });
              const large = bytes(13000001), small = bytes(777);
              await sent(small, 'at-once.bin', {uploadDataDuringCreation: true});
              await sent(small, 'Ünïcode – страница.bin');

              /* broken off after the first chunk, and gone on with by another object, as after a reload */
              const url = await new Promise((done, failed) => {
                const upload = new tus.Upload(large, options('broken-off.bin', {
                  onError: failed,
                  onChunkComplete: () => upload.abort().then(() => done(upload.url), failed)
                }));
                upload.start();
              });
              let from = -1;
              await sent(large, 'broken-off.bin', {uploadUrl: url, onProgress: (n) => { if (from < 0) from = n; }});

              const ended = await new Promise((done, failed) => {
                const upload = new tus.Upload(large, options('ended.bin', {
                  onError: failed,
                  onChunkComplete: () => upload.abort(true).then(() => done(upload.url), failed)
                }));
                upload.start();
              });
              const after = await fetch(ended, {method: 'HEAD',
                headers: {Authorization: 'Bearer ' + token, 'Tus-Resumable': '1.0.0'}});
              return JSON.stringify({from, after: after.status, large: await digest(large), small: await digest(small)});
            }
            """;

    private final Api api = Running.api();

    @Test
    void what_it_sends_comes_in_also_where_it_broke_off() throws Exception {
        String caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "Orlan Service", "summary", "A seized drive"), UUID.randomUUID() + "")
                .path("id")
                .asText();
        Caller evidence = api.evidence(ANALYST);
        String batch = evidence.post("/cases/" + caseId + "/batches", described(), UUID.randomUUID() + "")
                .path("id")
                .asText();
        String endpoint = Running.instance().evidence() + "/api/v1/batches/" + batch + "/uploads";
        JsonNode told = Json.parse(sends(endpoint));
        assertTrue(told.path("from").asLong() >= 4 << 20, "it went on where it was: " + told);
        assertEquals(410, told.path("after").asInt(), told.toString());
        JsonNode exhibits = evidence.get("/batches/" + batch + "/exhibits");
        Map<String, String> digests = new HashMap<>();
        StreamSupport.stream(exhibits.path("items").spliterator(), false)
                .forEach(row -> digests.put(
                        row.path("path").asText(), row.at("/latest/sha256").asText()));
        assertEquals(
                Map.of(
                        "at-once.bin", told.path("small").asText(),
                        "Ünïcode – страница.bin", told.path("small").asText(),
                        "broken-off.bin", told.path("large").asText()),
                digests);
    }

    /** From a page of another origin: that browsers ask servers about those is none of tus, so it is left off. */
    private String sends(String endpoint) throws Exception {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Browsing.chromium())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-web-security")))) {
            Page page = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))
                    .newPage();
            page.navigate(Running.instance().webUi() + "/logged-out");
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(CLIENT.file("dist/tus.min.js")));
            return (String) page.evaluate(
                    SCRIPT, Map.of("endpoint", endpoint, "token", api.tokens().of(ANALYST, 2)));
        }
    }

    private static Map<String, Object> described() {
        return Map.of(
                "title", "A seized drive",
                "sourceType", "CUSTOMS",
                "collectedAt", "2026-11-02T00:00:00Z",
                "languages", List.of("en"),
                "reliability", "B",
                "credibility", 2,
                "relianceUse", "PUBLIC");
    }
}
