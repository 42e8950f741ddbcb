package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import org.junit.jupiter.api.Test;

/** A redacted copy is brought, found wanting, brought again, chosen by the release officer, and tells its reader nothing. */
class RedactionPageIT {
    private static final String ANALYST = "eeas-analyst";
    private static final String OFFICER = "eeas-release";
    private static final String READER = "com-reviewer";
    private static final String SECRET = "Ivan Petrovich Sidorov";

    private final Api api = Running.api();

    @Test
    void a_copy_goes_out_in_place_of_what_was_asked_for() {
        Caller listing = api.listing(ANALYST);
        String caseId = listing.post(
                        "/cases",
                        Map.of(
                                "title",
                                "Orlan Service",
                                "summary",
                                "A statement",
                                "marking",
                                Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"))),
                        UUID.randomUUID() + "")
                .path("id")
                .asText();
        listing.post("/cases/" + caseId + "/participants", Map.of("agency", "EU-COM"), UUID.randomUUID() + "");
        String whole = exhibit(caseId);
        try (Browsing browser = new Browsing()) {
            Page page = browser.open(ANALYST, "/exhibits/" + whole);
            brought(browser, page, "Statement of a witness", "Heard: Ivan Petrovich\nSidorov, sailor");
            String pair = page.locator("section[aria-labelledby=redaction]").innerText();
            assertTrue(pair.contains("Removed words are still in it") && pair.contains(SECRET), pair);
            browser.screen(ANALYST, "redaction-left");
            browser.open(ANALYST, "/exhibits/" + whole);
            brought(browser, page, "Statement of a sailor", "Heard: a sailor");
            String copy = page.url().replaceAll(".*/exhibits/([^#?]*).*", "$1");
            assertTrue(page.locator("section[aria-labelledby=redaction]")
                    .innerText()
                    .contains("Nothing found"));
            browser.open(ANALYST, "/exhibits/" + whole);
            browser.screen(ANALYST, "redaction-pair");

            String request = api.evidence(ANALYST)
                    .post(
                            "/cases/" + caseId + "/release-requests",
                            Map.of(
                                    "kind",
                                    "SHARE",
                                    "items",
                                    List.of(Map.of("exhibitId", whole, "version", 1)),
                                    "to",
                                    Map.of("kind", "AGENCY", "name", "EU-COM"),
                                    "why",
                                    "To assess it"),
                            UUID.randomUUID() + "")
                    .path("id")
                    .asText();
            Page officer = browser.open(OFFICER, "/releases/" + request + "/decide");
            assertEquals(
                    1,
                    officer.locator("select[name$='.copy'] option:not([value=''])")
                            .count(),
                    "the fit one");
            officer.selectOption("select[name$='.copy']", copy + ":1");
            browser.screen(OFFICER, "redaction-decide");
            browser.press(OFFICER, "main form button");
            assertTrue(officer.locator("main").innerText().contains("Statement of a sailor"));
            browser.screen(OFFICER, "redaction-check");
            browser.press(OFFICER, "main form button");
            assertTrue(officer.locator("main").innerText().contains("as a redacted copy"), officer.content());

            Page reader = browser.open(READER, "/exhibits/" + copy);
            String seen = reader.content();
            assertTrue(seen.contains("Statement of a sailor"), seen);
            assertFalse(seen.contains("Sidorov") || seen.contains(whole), "no trace of what it stands for");
            assertEquals(0, reader.locator("section[aria-labelledby=redaction]").count());
            browser.screen(READER, "redaction-reader");
            assertEquals(List.of(), browser.findings());
        }
    }

    private static void brought(Browsing browser, Page page, String title, String content) {
        browser.press(ANALYST, "a[href$='/redact']");
        page.fill("[name=title]", title);
        page.setInputFiles(
                "#file", new FilePayload("copy.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        page.fill("[name=removed]", "The name of the witness");
        page.fill("[name=reason]", "He is in danger");
        page.fill("[name=passages]", SECRET);
        browser.screen(ANALYST, "redaction-bring");
        browser.press(ANALYST, "main form.sheet button");
        for (int tries = 0;
                tries < 20 && page.locator("main").innerText().contains("Not looked through yet");
                tries++) {
            // Where a scanner is set up it has to come first.
            page.waitForTimeout(2000);
            browser.press(ANALYST, "form[action$='/redaction-check'] button");
        }
    }

    private String exhibit(String caseId) {
        Caller evidence = api.evidence(ANALYST);
        Map<String, Object> said = new HashMap<>(Map.of(
                "title", "Statement of " + SECRET,
                "sourceType", "LAW_ENFORCEMENT",
                "collectedAt", "2026-11-02T00:00:00Z",
                "languages", List.of("en"),
                "reliability", "B",
                "credibility", 2,
                "relianceUse", "LEAD_ONLY",
                "mediaType", "text/plain",
                "marking", Map.of("level", "EU:LIMITE")));
        String id = evidence.post("/cases/" + caseId + "/exhibits", said, UUID.randomUUID() + "")
                .path("id")
                .asText();
        evidence.upload(
                "/exhibits/" + id + "/versions/1/content",
                ("Heard: " + SECRET + ", sailor").getBytes(StandardCharsets.UTF_8),
                "text/plain");
        return id;
    }
}
