package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.Officials;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job through the pages: each act clicked by the person whose act it is. The longest, so it begins first. */
@Order(1)
class BrowserJourneyIT {
    private static final String DO = "main .acts button";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    /** In whole minutes this is 20 to 80 s ahead: enough for the stronger login that comes between. */
    private static final int SOON = 80;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private final Api api = Running.api();

    @Test
    void a_listing_goes_from_an_opened_case_to_the_printed_row() {
        try (Browsing browser = new Browsing()) {
            String caseId = openCase(browser);
            describe(browser, caseId);
            upload(browser, caseId, "Customs record", "CUSTOMS");
            upload(browser, caseId, "Register extract", "CORPORATE_REGISTRY");
            correct(browser);
            String proposal = draft(browser, caseId);
            review(browser, proposal);
            String packageId = form(browser, proposal);
            round(browser, packageId, "fr-voter");
            browser.screen("fr-voter", "round");
            round(browser, packageId, "de-voter");
            adopt(browser, packageId);
            publish(browser, packageId);
            String listing = api.listing("eeas-analyst")
                    .get("/proposals/" + proposal)
                    .path("listingId")
                    .asText();
            Page row = browser.open("eeas-analyst", "/listings/" + listing);
            assertTrue(
                    row.locator("main").innerText().contains("Велькатрон-Сервис"),
                    row.locator("main").innerText());
            browser.screen("eeas-analyst", "listing");
            Page all = browser.open("eeas-analyst", "/listings?q=Velkatron");
            String names = all.locator("main").innerText();
            assertTrue(names.contains("Velkatron Service") && names.contains("Велькатрон"), names);
            browser.open("eeas-analyst", "/cases/" + caseId);
            browser.screen("eeas-analyst", "case");
            Page history = browser.open("eu-auditor", "/cases/" + caseId + "/history");
            browser.screen("eu-auditor", "history");
            String told = told(history);
            assertTrue(told.contains("eeas-submitter") && told.contains("com-reviewer"), told);
            browser.open("eu-auditor", "/history");
            assertEquals(List.of(), browser.findings());
        }
    }

    /** Page after page, from the newest to the oldest. */
    private static String told(Page history) {
        StringBuilder all = new StringBuilder();
        Locator more = history.locator("a[rel=next]");
        for (boolean on = true; on; ) {
            all.append(history.locator("main").innerText());
            on = more.count() > 0;
            if (on) {
                more.click();
            }
        }
        return all.toString();
    }

    private static String last(Page page) {
        return page.url().replaceAll("[?#].*", "").replaceAll(".*/", "");
    }

    private static void mark(Page page) {
        page.selectOption("[name='marking.level']", "EU:LIMITE");
        page.selectOption("[name='marking.tlp']", "AMBER");
        page.check("[name='marking.relTo[]'][value='EU-COUNCIL']");
    }

    private String openCase(Browsing browser) {
        Page page = browser.open("eeas-analyst", "/cases/new");
        page.fill("[name=title]", "Velkatron Service");
        page.fill("[name=summary]", "A service company that forwards machine tools.");
        mark(page);
        browser.press("eeas-analyst", DO);
        return last(page);
    }

    private void describe(Browsing browser, String caseId) {
        Page page = browser.open("eeas-analyst", "/cases/" + caseId + "/subjects/new");
        page.selectOption("[name=type]", "COMPANY");
        page.selectOption("[name=country]", "RU");
        page.fill("[name='names.0.full']", "Velkatron Service");
        page.selectOption("[name='names.0.kind']", "PRIMARY");
        page.fill("[name='names.1.full']", "ООО «Велькатрон-Сервис»");
        page.selectOption("[name='names.1.kind']", "LOCAL");
        page.fill("[name='names.1.language']", "ru");
        page.selectOption("[name='identifiers.0.type']", "INN");
        page.fill("[name='identifiers.0.value']", "0099010069");
        page.selectOption("[name='identifiers.0.issuingCountry']", "RU");
        page.fill("[name='identifiers.0.label']", "INN");
        page.fill("[name='addresses.0.asPrinted']", "Zarechnaya Str. 18, Varetsk, Russian Federation");
        page.selectOption("[name='addresses.0.country']", "RU");
        browser.press("eeas-analyst", "main button:not(.hidden):has-text('subject')");
        assertEquals(caseId, last(page), page.locator("main").innerText());
    }

    private void upload(Browsing browser, String caseId, String title, String source) {
        Page page = browser.open("eeas-analyst", "/cases/" + caseId + "/exhibits/new");
        page.fill("[name=title]", title);
        page.selectOption("[name=sourceType]", source);
        page.fill("[name=collectedAt]", "2026-11-02");
        page.fill("[name=languages]", "en");
        page.selectOption("[name=reliability]", "B");
        page.selectOption("[name=credibility]", "2");
        page.selectOption("[name=relianceUse]", "PUBLIC");
        mark(page);
        page.setInputFiles(
                "[name=file]",
                new FilePayload(source + ".txt", "text/plain", (title + "\n").getBytes(StandardCharsets.UTF_8)));
        browser.press("eeas-analyst", DO);
        assertTrue(
                page.locator("main").innerText().contains(title),
                page.locator("main").innerText());
    }

    /** From the page of the exhibit that was uploaded last. */
    private void correct(Browsing browser) {
        Page page = browser.as("eeas-analyst");
        browser.press("eeas-analyst", "a[href$='/versions/new']");
        assertEquals("B", page.inputValue("[name=reliability]"));
        page.fill("[name=reason]", "The first extract lacked the second page.");
        page.setInputFiles(
                "[name=file]",
                new FilePayload("extract.txt", "text/plain", "Both pages\n".getBytes(StandardCharsets.UTF_8)));
        browser.press("eeas-analyst", DO);
        String told = page.locator("main").innerText();
        assertTrue(told.contains("The first extract lacked the second page."), told);
    }

    private String draft(Browsing browser, String caseId) {
        Page page = browser.open("eeas-analyst", "/cases/" + caseId + "/proposals/new");
        page.selectOption("#programme", "EU-833-IV");
        page.selectOption("#kind", "ADD");
        browser.press("eeas-analyst", DO);
        page.selectOption("[name=ground]", "TRANSHIPMENT");
        page.check("[name='criteria[]'][value='IV-MIL-TECH']");
        page.selectOption("[name='reasons.0.type']", "FACT");
        page.fill(
                "[name='reasons.0.text']",
                "Two machine tools of European origin reached an aircraft plant through it.");
        page.locator("[name='reasons.0.cites[]']").evaluateAll("boxes => boxes.forEach(box => box.checked = true)");
        page.locator("[name='reasons.0.selfSufficient']").evaluate("box => box.checked = true");
        page.selectOption("[name='reasons.1.type']", "CONCLUSION");
        page.fill("[name='reasons.1.text']", "Therefore it contributes to Russia's military enhancement.");
        page.selectOption("[name='reasons.1.criterion']", "IV-MIL-TECH");
        mark(page);
        browser.screen("eeas-analyst", "draft");
        browser.press("eeas-analyst", DO);
        assertTrue(page.url().contains("/proposals/"), page.locator("main").innerText());
        return last(page);
    }

    private void review(Browsing browser, String proposal) {
        String path = "/proposals/" + proposal;
        act(browser, "eeas-submitter", path, "submit");
        act(browser, "pres-chair", path, "accept");
        act(browser, "com-reviewer", path, "endorse");
        Page page = browser.open("cls-legal", path);
        browser.press("cls-legal", "a.button[href$='find-sufficient']");
        for (String point : List.of("standard", "criterion", "proportionality", "disclosability")) {
            page.fill("[name=" + point + "]", "The file shows it.");
        }
        browser.press("cls-legal", DO);
        assertEquals(
                "READY",
                api.listing("eeas-analyst").get(path).path("status").asText(),
                page.locator("main").innerText());
    }

    private void act(Browsing browser, String account, String path, String verb) {
        browser.open(account, path);
        browser.press(account, "a.button[href$='" + verb + "']");
        browser.press(account, DO);
    }

    private String form(Browsing browser, String proposal) {
        Page page = browser.open("pres-chair", "/packages/new?programme=EU-833-IV");
        page.fill("[name=title]", "Listings of the journey");
        page.fill("[name=draftAct]", "Draft Council Regulation");
        page.check("[name='proposalIds[]'][value='" + proposal + "']");
        browser.press("pres-chair", DO);
        return last(page);
    }

    /** Opens the round by page, lets one seat vote by page and the others by REST. */
    private void round(Browsing browser, String packageId, String voter) {
        Page chair = browser.open("pres-chair", "/packages/" + packageId);
        browser.press("pres-chair", "a.button[href$='open-round']");
        LocalDateTime deadline = LocalDateTime.now(BRUSSELS).plusDays(9);
        chair.fill("[name=deadline]", deadline.format(MOMENT));
        if (chair.locator("[name=deadlineFlag]").count() > 0) {
            chair.fill("[name=deadlineFlag]", "the group meets on that day");
        }
        browser.press("pres-chair", DO);
        String round = api.listing("pres-chair")
                .get("/packages/" + packageId)
                .at("/round/id")
                .asText();
        Page page = browser.open(voter, "/rounds/" + round);
        page.check("[name=choice][value=APPROVE]");
        browser.press(voter, "form[action$='/check'] button");
        browser.press(voter, DO);
        JsonNode read = api.listing(voter).get("/rounds/" + round);
        assertEquals(1, read.at("/tally/approve").asInt(), page.locator("main").innerText());
        Officials.UNION.voters().stream().filter(other -> !other.equals(voter)).forEach(other -> api.listing(other)
                .post(
                        "/rounds/" + round + "/votes",
                        Situations.approval(read),
                        UUID.randomUUID().toString()));
    }

    private void adopt(Browsing browser, String packageId) {
        Page page = browser.open("gsc-secretary-1", "/packages/" + packageId + "/record");
        page.fill("[name=body]", "Council");
        page.fill("[name=date]", "2026-11-20");
        page.check("[name=adopted][value=true]");
        page.fill("[name='instruments.0.number']", "(CFSP) 2026/9901");
        page.fill("[name='instruments.1.number']", "(EU) 2026/9902");
        browser.press("gsc-secretary-1", DO);
        browser.open("gsc-secretary-2", "/packages/" + packageId);
        browser.press("gsc-secretary-2", "a.button[href$='/act/confirm']");
        browser.press("gsc-secretary-2", DO);
        assertEquals(
                "ADOPTED",
                api.listing("pres-chair")
                        .get("/packages/" + packageId)
                        .path("status")
                        .asText());
    }

    private void publish(Browsing browser, String packageId) {
        Page page = browser.open("op-publisher", "/packages/" + packageId + "/schedule");
        page.fill(
                "[name=releaseAt]",
                LocalDateTime.now(BRUSSELS).plusSeconds(SOON).format(MOMENT));
        page.fill("[name=inForce]", "2026-11-21");
        page.fill("[name='entries.0.number']", "999");
        page.fill("[name='entries.0.listedDate']", "2026-11-21");
        browser.press("op-publisher", DO);
        assertEquals(
                "SCHEDULED",
                api.listing("op-publisher")
                        .get("/packages/" + packageId)
                        .path("status")
                        .asText(),
                page.locator("main").innerText());
        browser.lookAtNewPages();
        Instant giveUp = Instant.now().plus(3, ChronoUnit.MINUTES);
        while (!api.listing("op-publisher")
                .get("/packages/" + packageId)
                .path("status")
                .asText()
                .equals("PUBLISHED")) {
            assertTrue(
                    Instant.now().isBefore(giveUp),
                    "not published: "
                            + Json.text(api.listing("op-publisher")
                                    .get("/packages/" + packageId)
                                    .path("release")));
            page.waitForTimeout(Duration.ofSeconds(1).toMillis());
        }
        browser.open("op-publisher", "/packages/" + packageId);
    }
}
