package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.e2e.client.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and a folder are sent on the page of a batch: what comes in, what fails and why, and what goes on. */
class IntakePageIT {
    private static final String ANALYST = "eeas-analyst";
    private static final String TOLD = "#sending .overall p";

    private final Api api = Running.api();

    @TempDir
    private Path folder;

    @Test
    void files_and_a_folder_come_in_and_what_does_not_is_told() throws IOException {
        byte[] large = new byte[40_000_000];
        new Random(7).nextBytes(large);
        String caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "Orlan Service", "summary", "A seized drive"), UUID.randomUUID() + "")
                .path("id")
                .asText();
        try (Browsing browser = new Browsing()) {
            Page page = open(browser, caseId);
            AtomicInteger broken = new AtomicInteger();
            page.route("**/uploads/*", route -> breakOffOnce(route, broken));
            page.setInputFiles("#files", new FilePayload[] {
                new FilePayload("ledger.bin", "", large),
                new FilePayload("letter.txt", "text/plain", "Dear Sir".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("nothing.txt", "text/plain", new byte[0])
            });
            awaits(page, "2 of 3 files are in, 1 failed");
            assertEquals(1, broken.get(), "the line broke off once");
            assertTrue(page.locator(".not-in li").innerText().contains("nothing.txt"));
            assertTrue(page.locator(".not-in li").innerText().contains("empty"));
            browser.screen(ANALYST, "batch-sent");
            page.locator("#counts dd:text-is('2')").waitFor();
            page.locator(".not-in button").click();
            awaits(page, "2 of 3 files are in, 1 failed");
            assertEquals(1, page.locator(".not-in li").count());

            Files.createDirectories(folder.resolve("2025/invoices"));
            Files.writeString(folder.resolve("2025/invoices/one.txt"), "one");
            Files.writeString(folder.resolve("2025/two.txt"), "two");
            page.setInputFiles("#folder", folder.resolve("2025"));
            awaits(page, "4 of 5 files are in, 1 failed");

            page.reload();
            String told = page.locator("main").innerText();
            assertTrue(told.contains("nothing.txt") && told.contains("The content is empty"), told);
            browser.screen(ANALYST, "batch-after");
            describesTwoAtOnce(browser, page);
            browser.press(ANALYST, ".crumbs a[href$='/exhibits']");
            String exhibits = page.locator("main table").innerText();
            for (String name : List.of("ledger.bin", "letter.txt", "one.txt", "two.txt")) {
                assertTrue(exhibits.contains(name), exhibits);
            }
            browser.screen(ANALYST, "batch-exhibits");
            assertEquals(List.of(), browser.findings());
        }
    }

    /** Two rows are selected and told their languages, a third one its title; each is a new version then. */
    private static void describesTwoAtOnce(Browsing browser, Page page) {
        browser.press(ANALYST, ".head a[href$='/descriptions']");
        page.locator(".cells .tick [type=checkbox]").nth(1).check();
        page.locator(".cells .tick [type=checkbox]").nth(2).check();
        page.fill("[name='set.languages']", "de, uk");
        browser.press(ANALYST, "button[value=set]");
        String title = page.inputValue("[name='items.0.title']") + ", first sheet";
        page.fill("[name='items.0.title']", title);
        page.fill("[name='reason']", "As the cover sheet says");
        browser.screen(ANALYST, "batch-descriptions");
        browser.press(ANALYST, "main form button");
        String rows = page.locator("table.cells").innerText();
        assertEquals(3, rows.split("version 2", -1).length - 1, rows);
        assertEquals(title, page.inputValue("[name='items.0.title']"));
        assertEquals("de, uk", page.inputValue("[name='items.2.languages']"));
        assertEquals("en", page.inputValue("[name='items.3.languages']"));
    }

    private Page open(Browsing browser, String caseId) {
        Page page = browser.open(ANALYST, "/cases/" + caseId + "/exhibits");
        browser.press(ANALYST, "a[href$='/batches/new']");
        browser.press(ANALYST, "main form .acts button");
        assertTrue(
                page.locator(".error-summary").isVisible(), page.locator("main").innerText());
        page.fill("[name=title]", "A seized drive");
        page.selectOption("[name=sourceType]", "CUSTOMS");
        page.fill("[name=collectedAt]", "2026-11-02");
        page.fill("[name=languages]", "en");
        page.selectOption("[name=reliability]", "B");
        page.selectOption("[name=credibility]", "2");
        page.selectOption("[name=relianceUse]", "PUBLIC");
        browser.screen(ANALYST, "batch-open");
        browser.press(ANALYST, "main form .acts button");
        assertTrue(page.url().contains("/batches/"), page.locator("main").innerText());
        browser.screen(ANALYST, "batch");
        return page;
    }

    /** The second chunk of the large file is lost on its way. */
    private static void breakOffOnce(Route route, AtomicInteger broken) {
        boolean second = "PATCH".equals(route.request().method())
                && !"0".equals(route.request().headers().get("upload-offset"));
        if (second && broken.compareAndSet(0, 1)) {
            route.abort("connectionreset");
        } else {
            route.resume();
        }
    }

    private static void awaits(Page page, String text) {
        page.locator(TOLD + ":has-text('" + text + "')").waitFor();
    }
}
