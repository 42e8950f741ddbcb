package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Officials;
import org.junit.jupiter.api.Test;

/** A text is written in another language and confirmed, each on its page by the person whose work it is. */
class LanguagePagesIT {
    private static final Officials JAPAN = ProgrammesJourneyIT.PROGRAMMES.stream()
            .filter(its -> its.programme().equals("JP-FEFTA"))
            .findFirst()
            .orElseThrow();

    @Test
    void a_text_is_said_in_the_language_that_its_law_asks_for() {
        EntryWay entry = new Situations(JAPAN).ready(18);
        String pages = "/proposals/" + entry.id() + "/languages";
        try (Browsing browser = new Browsing()) {
            Page work = browser.open("meti-analyst", "/");
            assertTrue(work.locator("main a[href='" + pages + "']").count() > 0, "it waits to be written");
            Page writing = browser.open("meti-analyst", pages + "/ja/write");
            browser.press("meti-analyst", "main .acts button");
            assertTrue(
                    writing.locator(".error-summary").isVisible(),
                    writing.locator("main").innerText());
            writing.fill("[name=name]", "オルラン・サービス");
            int paragraphs = writing.locator("main textarea").count();
            for (int i = 0; i < paragraphs; i++) {
                writing.fill("[name='paragraphs." + i + ".text']", "第" + (i + 1) + "段落。");
            }
            browser.screen("meti-analyst", "language-write");
            browser.press("meti-analyst", "main .acts button");
            assertTrue(
                    writing.locator("main").innerText().contains("第1段落。"),
                    writing.locator("main").innerText());

            Page reading = browser.open("meti-legal", "/");
            assertTrue(reading.locator("main a[href='" + pages + "']").count() > 0, "it waits to be confirmed");
            browser.open("meti-legal", pages);
            browser.press("meti-legal", "main a[href='" + pages + "/ja/confirm']");
            browser.screen("meti-legal", "language-confirm");
            browser.press("meti-legal", "main .acts button");
            assertTrue(
                    reading.locator("main .state.agreed").count() > 0,
                    reading.locator("main").innerText());
            browser.screen("meti-legal", "languages");
            assertEquals(
                    "CONFIRMED",
                    Running.api()
                            .listing("meti-legal")
                            .get("/proposals/" + entry.id() + "/language-versions")
                            .at("/languages/0/state")
                            .asText());
            assertEquals(List.of(), browser.findings());
        }
    }
}
