package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exhibit under a strict marking: its download asks what for and is marked, its custody is read, reported and traced. */
class CustodyPageIT {
    private static final String ANALYST = "eeas-analyst";
    private static final String OFFICER = "eeas-release";
    private static final String PDF = """
            %PDF-1.4
            1 0 obj
            <</Type /Catalog /Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type /Pages /Kids [3 0 R] /Count 1>>
            endobj
            3 0 obj
            <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>
            endobj
            4 0 obj
            <</Length 61>>
            stream
            BT /F 18 Tf 72 700 Td (Bill of lading 44/2026) Tj ET
            endstream
            endobj
            trailer
            <</Root 1 0 R /Size 5>>
            %%EOF
            """;

    private final Api api = Running.api();

    @TempDir
    private Path folder;

    @Test
    void who_had_it_in_hand_and_what_for_is_asked_told_and_traced() throws IOException {
        String exhibit = strictExhibit();
        try (Browsing browser = new Browsing()) {
            Page page = browser.open(ANALYST, "/exhibits/" + exhibit);
            browser.press(ANALYST, "a[href$='/versions/1/download']");
            browser.press(ANALYST, "main form button");
            assertTrue(page.locator(".error-summary").isVisible(), "it asks what for");
            browser.screen(ANALYST, "custody-asked");
            page.fill("[name=purpose]", "Reasons of the proposal");
            Path copy = saved(page, "main form button", "copy.pdf");
            String content = Files.readString(copy, StandardCharsets.ISO_8859_1);
            assertTrue(content.startsWith("%PDF") && content.contains("EU-EEAS eeas-analyst"), "it names its reader");

            browser.open(ANALYST, "/exhibits/" + exhibit);
            browser.press(ANALYST, "a[href$='/act/record-transfer']");
            page.selectOption("[name=medium]", "COPY");
            page.fill("[name=receiver]", "Registry of the General Court");
            page.fill("[name=country]", "LU");
            page.fill("[name=at]", "2026-11-20T10:00");
            page.fill("[name=purpose]", "Case T-1/26");
            browser.screen(ANALYST, "custody-transfer");
            browser.press(ANALYST, "main form button");
            String custody = page.locator("section[aria-labelledby=custody]").innerText();
            for (String told : List.of(
                    "Exhibit downloaded",
                    "For: “Reasons of the proposal”",
                    "Copy → Registry of the General Court",
                    "For: “Case T-1/26”")) {
                assertTrue(custody.contains(told), custody);
            }
            browser.screen(ANALYST, "custody");
            Path report = saved(page, "a[href$='/custody-report.pdf']", "report.pdf");
            assertTrue(Files.readString(report, StandardCharsets.ISO_8859_1).contains("/StructTreeRoot"));
            Files.copy(
                    report,
                    Path.of("target/screens/custody-report.pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    copy,
                    Path.of("target/screens/custody-copy.pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            Page officer = browser.open(OFFICER, "/traces");
            officer.setInputFiles("#file", copy);
            browser.press(OFFICER, "main form button");
            String traced = officer.locator("section[aria-labelledby=told]").innerText();
            assertTrue(officer.locator(".marking").innerText().contains("TLP:AMBER+STRICT"), "marked as the exhibit");
            assertTrue(traced.contains(ANALYST) && traced.contains("Reasons of the proposal"), traced);
            browser.screen(OFFICER, "custody-traced");
            assertEquals(List.of(), browser.findings());
        }
    }

    private Path saved(Page page, String button, String name) {
        Download download =
                page.waitForDownload(() -> page.locator(button).first().click());
        Path file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    private String strictExhibit() {
        String caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "Orlan Service", "summary", "A seized drive"), UUID.randomUUID() + "")
                .path("id")
                .asText();
        Caller evidence = api.evidence(ANALYST);
        String exhibit = evidence.post(
                        "/cases/" + caseId + "/exhibits",
                        Map.ofEntries(
                                Map.entry("title", "Bill of lading 44/2026"),
                                Map.entry("sourceType", "CUSTOMS"),
                                Map.entry("collectedAt", "2026-11-02T00:00:00Z"),
                                Map.entry("languages", List.of("en")),
                                Map.entry("reliability", "B"),
                                Map.entry("credibility", 2),
                                Map.entry("relianceUse", "LEAD_ONLY"),
                                Map.entry("mediaType", "application/pdf"),
                                Map.entry("marking", Map.of("level", "EU:LIMITE", "tlp", "AMBER_STRICT"))),
                        UUID.randomUUID() + "")
                .path("id")
                .asText();
        evidence.upload(
                "/exhibits/" + exhibit + "/versions/1/content",
                PDF.getBytes(StandardCharsets.US_ASCII),
                "application/pdf");
        return exhibit;
    }
}
