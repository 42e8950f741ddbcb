package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import org.junit.jupiter.api.Test;

/** Content of each kind is looked at in a browser, which runs nothing of it; the pages are turned by keyboard. */
class ViewingPageIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ANALYST = "eeas-analyst";

    private final Api api = Running.api();
    private final List<String> ran = new ArrayList<>();
    private String caseId;

    @Test
    void content_of_each_kind_is_looked_at_and_runs_nowhere() throws IOException {
        caseId = api.listing(ANALYST)
                .post("/cases", Map.of("title", "Orlan Service", "summary", "A seized drive"), UUID.randomUUID() + "")
                .path("id")
                .asText();
        String pdf = exhibit("Bill of lading 44/2026", "application/pdf", pdf(3), "AMBER_STRICT");
        String picture = exhibit("Photograph of the crate", "image/jpeg", picture(), "AMBER");
        String text = exhibit("Letter of the consignee", "text/plain", letter(), "AMBER");
        String table = exhibit("Customs records", "text/csv", records(), "AMBER");
        String sheets = exhibit("Customs declarations", XLSX, declarations(), "AMBER");
        String capture = exhibit("Capture of a page", "image/webp", capture(), "AMBER");
        String page = exhibit("Page of the shop", "text/html", html(), "AMBER");
        String broken = exhibit("Half a report", "application/pdf", "%PDF-1.4 and no more".getBytes(), "AMBER");
        String drive = exhibit("Sheets", "application/zip", "PK\u0003\u0004".getBytes(), "AMBER");
        try (Browsing browser = new Browsing()) {
            Page at = browser.as(ANALYST);
            at.onDialog(dialog -> {
                ran.add(dialog.message());
                dialog.dismiss();
            });
            aStrictPdf(browser, at, pdf);
            look(browser, at, picture, "viewing-picture");
            assertEquals(900, drawn(at), "as large as it is");
            at.locator(".zooms a:has-text('200 %')").click();
            at.waitForURL("**zoom=200**");
            browser.screen(ANALYST, "viewing-picture-200");

            look(browser, at, text, "viewing-text");
            String read = at.locator("pre").innerText();
            assertTrue(read.contains("Уважаемый господин директор"), read);
            assertTrue(read.contains("invoice⟦U+202E⟧fdp.exe"), read);

            look(browser, at, table, "viewing-table");
            assertEquals(3, at.locator("thead th").count() - 1);
            assertTrue(
                    at.locator("tbody tr").nth(1).innerText().contains("⟦… +9999700⟧"),
                    "the beginning of ten megabytes");
            at.keyboard().press("ArrowRight");
            at.waitForURL("**page=2**");
            assertTrue(
                    at.locator("caption").innerText().contains("51"),
                    at.locator("caption").innerText());
            narrow(browser, at, "viewing-table-320");

            aSpreadsheet(browser, at, sheets);
            look(browser, at, capture, "viewing-webp");
            assertEquals(30, drawn(at));

            look(browser, at, page, "viewing-html");
            assertTrue(at.locator("pre").innerText().contains("<script>alert('ran')</script>"));
            assertEquals(0, at.locator("main script").count());

            browser.open(ANALYST, "/exhibits/" + broken);
            browser.press(ANALYST, "form[action$='/view'] button");
            assertTrue(at.locator(".error-summary").innerText().contains("damaged, cut short"), at.content());
            browser.screen(ANALYST, "viewing-broken");
            browser.open(ANALYST, "/exhibits/" + drive);
            assertEquals(0, at.locator("form[action$='/view']").count());
            assertTrue(at.locator("main").innerText().contains("There is no viewer for this kind of file"));

            browser.open(ANALYST, "/exhibits/" + pdf);
            String custody = at.locator("section[aria-labelledby=custody]").innerText();
            assertEquals(2, custody.split("Exhibit looked at on a page", -1).length, custody);
            assertTrue(custody.contains("For: “Reasons of the proposal”"), custody);
            assertEquals(List.of(), browser.findings());
        }
        assertEquals(List.of(), ran, "nothing ran");
    }

    private void aStrictPdf(Browsing browser, Page at, String exhibit) {
        browser.open(ANALYST, "/exhibits/" + exhibit);
        browser.screen(ANALYST, "viewing-exhibit");
        browser.press(ANALYST, "form[action$='/view'] button");
        browser.press(ANALYST, "main form button");
        assertTrue(at.locator(".error-summary").isVisible(), "it asks what for");
        at.fill("[name=purpose]", "Reasons of the proposal");
        browser.press(ANALYST, "main form button");
        assertTrue(at.url().contains("/viewings/"), at.url());
        assertEquals(1200, drawn(at));
        assertTrue(at.locator("main").innerText().contains("(EU-EEAS), eeas-analyst"), "it says who looks");
        assertTrue(at.locator(".picture img").getAttribute("alt").contains("page 1 of 3"));
        browser.screen(ANALYST, "viewing-pdf");
        at.keyboard().press("ArrowRight");
        at.waitForURL("**page=2**");
        assertTrue(at.locator("pre").innerText().contains("Sheet 2"));
        at.keyboard().press("ArrowLeft");
        at.waitForURL("**page=1**");
        at.fill("[name=page]", "3");
        at.keyboard().press("Enter");
        at.waitForURL("**page=3**");
        assertEquals(0, at.locator("a[rel=next]").count());
        narrow(browser, at, "viewing-pdf-320");
    }

    private void aSpreadsheet(Browsing browser, Page at, String exhibit) {
        look(browser, at, exhibit, "viewing-sheet");
        String shown = at.locator("main").innerText();
        assertTrue(shown.contains("01012100") && shown.contains("2026-03-05"), shown);
        assertEquals("4 (hidden)", at.locator("tbody tr:nth-child(4) th").innerText());
        assertTrue(shown.contains("opens the file: D") && shown.contains("notes, pictures"), shown);
        at.keyboard().press("ArrowRight");
        at.waitForURL("**page=2**");
        at.locator("nav.zooms a:has-text('Prices')").click();
        at.waitForURL("**page=3**");
        assertTrue(at.locator("main").innerText().contains("This sheet is hidden from whoever opens the file"));
        at.locator("nav.zooms a").first().click();
        at.waitForURL("**page=1**");
        at.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        browser.screen(ANALYST, "viewing-sheet-dark");
        narrow(browser, at, "viewing-sheet-320");
    }

    private static int drawn(Page at) {
        return (int) at.evaluate("() => document.querySelector('.picture img').naturalWidth");
    }

    private void narrow(Browsing browser, Page at, String screen) {
        at.setViewportSize(320, 900);
        at.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        browser.screen(ANALYST, screen);
        at.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
        at.setViewportSize(1280, 900);
    }

    private static void look(Browsing browser, Page at, String exhibit, String screen) {
        browser.open(ANALYST, "/exhibits/" + exhibit);
        browser.press(ANALYST, "form[action$='/view'] button");
        assertTrue(at.url().contains("/viewings/"), at.content());
        assertFalse(at.locator("[data-no-picture]:visible").count() > 0);
        browser.screen(ANALYST, screen);
    }

    private String exhibit(String title, String type, byte[] content, String tlp) {
        Caller evidence = api.evidence(ANALYST);
        Map<String, Object> said = new HashMap<>(Map.of(
                "title",
                title,
                "sourceType",
                "CUSTOMS",
                "collectedAt",
                "2026-11-02T00:00:00Z",
                "languages",
                List.of("en"),
                "reliability",
                "B",
                "credibility",
                2,
                "relianceUse",
                "LEAD_ONLY",
                "mediaType",
                type));
        said.put("marking", Map.of("level", "EU:LIMITE", "tlp", tlp));
        String id = evidence.post("/cases/" + caseId + "/exhibits", said, UUID.randomUUID() + "")
                .path("id")
                .asText();
        evidence.upload("/exhibits/" + id + "/versions/1/content", content, type);
        return id;
    }

    /** It wants to run something when it is opened. */
    private static byte[] pdf(int pages) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R"
                + " /OpenAction <</S /JavaScript /JS (app.alert\\('ran'\\))>> >>\nendobj\n2 0 obj\n<</Type /Pages /Count "
                + pages + " /Kids [");
        for (int n = 0; n < pages; n++) {
            pdf.append(10 + n).append(" 0 R ");
        }
        pdf.append("]>>\nendobj\n");
        for (int n = 0; n < pages; n++) {
            String content = "BT /F 28 Tf 72 700 Td (Sheet " + (n + 1) + " of a bill of lading) Tj ET";
            pdf.append(10 + n)
                    .append(" 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ")
                    .append(50 + n)
                    .append(
                            " 0 R /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>\nendobj\n")
                    .append(50 + n)
                    .append(" 0 obj\n<</Length ")
                    .append(content.length())
                    .append(">>\nstream\n")
                    .append(content)
                    .append("\nendstream\nendobj\n");
        }
        return pdf.append("trailer\n<</Root 1 0 R /Size 100>>\n%%EOF\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(new Color(0x7A4F00));
        on.fillRect(0, 0, 900, 600);
        on.setColor(new Color(0xFDF0D2));
        on.fillRect(150, 120, 600, 360);
        on.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] letter() {
        String text = "Уважаемый господин директор,\r\n\r\nподтверждаем получение микросхем по договору №\u00a044.\r\n"
                        .repeat(12)
                + "invoice\u202Efdp.exe\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] records() {
        StringBuilder csv =
                new StringBuilder("Дата;Товар;Получатель\n2026-03-01;микросхемы 8542 31;Орлан Сервис\n2026-03-02;"
                        + "x".repeat(10_000_000) + ";Орлан Сервис\n");
        for (int n = 3; n <= 80; n++) {
            csv.append("2026-03-").append(n).append(";\"двигатель; бензиновый\";Орлан Сервис\n");
        }
        return csv.toString().getBytes(Charset.forName("windows-1251"));
    }

    /** Two sheets of which one is hidden, as a row and a column of the other are; a note that isn't shown. */
    private static byte[] declarations() throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\">" + cell("A1", "Day") + cell("B1", "Code")
                + cell("C1", "Goods") + cell("D1", "True consignee") + "</row>");
        for (int n = 2; n <= 70; n++) {
            rows.append("<row r=\"" + n + "\"" + (n == 4 ? " hidden=\"1\"" : "") + "><c r=\"A" + n
                    + "\" s=\"1\"><v>46086</v></c><c r=\"B" + n + "\" s=\"2\"><v>1012100</v></c>"
                    + cell("C" + n, "двигатель; бензиновый") + cell("D" + n, "Orlan Service") + "</row>");
        }
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/comments1.xml\" ContentType=\"" + type
                        + "comments+xml\"/></Types>");
        parts.put("_rels/.rels", relations(relation, "officeDocument=xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation
                        + "\"><sheets><sheet name=\"Declarations\" sheetId=\"1\""
                        + " r:id=\"r0\"/><sheet name=\"Prices\" sheetId=\"2\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation, "worksheet=s1.xml", "worksheet=s2.xml", "styles=styles.xml"));
        parts.put(
                "xl/s1.xml",
                "<worksheet><cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData>" + rows
                        + "</sheetData></worksheet>");
        parts.put("xl/s2.xml", "<worksheet><sheetData><row r=\"1\"><c><v>12.50</v></c></row></sheetData></worksheet>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000000\"/></numFmts><cellXfs><xf/>"
                        + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put("xl/comments1.xml", "<comments/>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String relations(String of, String... named) {
        StringBuilder all = new StringBuilder("<Relationships>");
        for (int n = 0; n < named.length; n++) {
            String[] its = named[n].split("=");
            all.append(
                    "<Relationship Id=\"r" + n + "\" Type=\"" + of + "/" + its[0] + "\" Target=\"" + its[1] + "\"/>");
        }
        return all.append("</Relationships>").toString();
    }

    /** A red picture of 30 by 20 as WebP (lossless), in which no pixel takes a bit. */
    private static byte[] capture() {
        return HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f1dc004002840ff0bd0ff020000");
    }

    private static byte[] html() {
        return "<!doctype html><h1>Shop</h1><script>alert('ran')</script><img src=x onerror=alert('ran')>\n"
                .getBytes(StandardCharsets.UTF_8);
    }
}
