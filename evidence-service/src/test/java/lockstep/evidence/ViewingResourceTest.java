package lockstep.evidence;

import static lockstep.evidence.Looking.IMAGE;
import static lockstep.evidence.Looking.OPEN;
import static lockstep.evidence.Looking.PAGE;
import static lockstep.evidence.Looking.assertRefused;
import static lockstep.evidence.Looking.begun;
import static lockstep.evidence.Looking.held;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content is looked at page by page, once in the custody, and never as what its maker wanted a browser to run. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ViewingResourceTest {
    private static final Map<String, Object> STRICT =
            Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"), "tlp", "AMBER_STRICT");

    @Inject
    StorageSettings storage;

    @Test
    void a_pdf_is_drawn_page_by_page_and_stands_once_in_the_custody() throws IOException {
        UUID exhibit = held(pdf(3), "application/pdf", OPEN);
        List<Path> before = files();
        String look = begun(People.comAnalyst(), exhibit)
                .then()
                .statusCode(201)
                .body("viewer", equalTo("PDF"), "pages", equalTo(3), "cutShort", equalTo(false))
                .body("seenBy", nullValue())
                .extract()
                .path("id");
        for (int n = 1; n <= 3; n++) {
            People.comAnalyst()
                    .get(PAGE, look, n)
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("Page " + n), "drawn", equalTo(true), "rows", nullValue())
                    .body("undrawn", equalTo(false));
            BufferedImage drawn = image(look, n, 600);
            assertEquals(600, drawn.getWidth());
            assertEquals(600 * PDRectangle.A4.getHeight() / PDRectangle.A4.getWidth(), drawn.getHeight(), 2);
            assertTrue(dark(drawn) > 50, "something is drawn");
        }
        problem(People.comAnalyst().get(PAGE, look, 4), 404, "not-found");
        problem(People.comAnalyst().get(IMAGE, look, 0), 404, "not-found");
        problem(People.comAnalyst().queryParam("width", 9000).get(IMAGE, look, 1), 422, "invalid-input");
        assertEquals(before, files(), "nothing of a page is left");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", exhibit)
                .then()
                .body("items.findAll { it.outcome == 'READ' }.size()", equalTo(1))
                .body("items[2].type", equalTo("exhibit.opened"), "items[2].payload.inline", equalTo(true));
    }

    @Test
    void under_a_strict_marking_each_picture_names_its_reader_and_is_traced() throws IOException {
        UUID exhibit = held(pdf(1), "application/pdf", STRICT);
        UUID open = held(pdf(1), "application/pdf", OPEN);
        problem(begun(People.comAnalyst(), exhibit), 422, "purpose-needed");
        String look = begun(People.comAnalyst(), exhibit, "The vote")
                .then()
                .statusCode(201)
                .body("seenBy", containsString("(EU-COM), com-analyst, 20"))
                .extract()
                .path("id");
        String unmarked = begun(People.comAnalyst(), open).then().extract().path("id");
        byte[] picture = People.comAnalyst().get(IMAGE, look, 1).asByteArray();
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(picture));
        BufferedImage plain = image(unmarked, 1, 1200);
        assertTrue(dark(drawn) > dark(plain) + 300, "its reader's name lies over it");
        People.as(officer("EU-EEAS"))
                .body(picture)
                .post("/api/v1/traces")
                .then()
                .statusCode(200)
                .body("marks", equalTo(1), "items.opened.actor.account", contains("com-analyst"))
                .body("items[0].opened.payload.inline", equalTo(true));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", exhibit)
                .then()
                .body(
                        "items.findAll { it.outcome == 'READ' && it.type == 'exhibit.opened' }.payload.purpose",
                        contains("The vote"))
                .body(
                        "items.findAll { it.outcome == 'READ' && it.type == 'exhibit.opened' }.payload.copy",
                        contains(notNullValue()));
    }

    @Test
    void what_cannot_carry_its_readers_name_is_not_shown_without() throws IOException {
        UUID picture = held(picture("png"), "application/pdf", STRICT);
        problem(begun(People.comAnalyst(), picture, "The vote"), 409, "not-showable");
    }

    @Test
    void a_page_that_its_writer_closes_against_others_carries_the_name_all_the_same() throws IOException {
        byte[] clipped = pdf(1, "Q Q Q 0 0 1 1 re W n 0 0 0 0 0 0 cm\n");
        String look = begun(People.comAnalyst(), held(clipped, "application/pdf", STRICT), "The vote")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertTrue(dark(image(look, 1, 1200)) > 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tiff", "bmp"})
    void a_picture_is_drawn_anew(String form) throws IOException {
        String type = "image/" + (form.equals("jpg") ? "jpeg" : form);
        String look = begun(People.comAnalyst(), held(picture(form), type, OPEN))
                .then()
                .statusCode(201)
                .body("viewer", equalTo("IMAGE"), "pages", equalTo(1), "cutShort", equalTo(false))
                .extract()
                .path("id");
        BufferedImage drawn = image(look, 1, 150);
        assertEquals(150, drawn.getWidth());
        assertEquals(100, drawn.getHeight());
        Color middle = new Color(drawn.getRGB(75, 50));
        assertTrue(middle.getRed() > 180 && middle.getGreen() < 90, middle::toString);
        Response answer = People.comAnalyst().get(IMAGE, look, 1);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("default-src 'none'; sandbox", answer.header("Content-Security-Policy"));
        assertEquals("image/png", answer.contentType());
    }

    @Test
    void a_web_capture_is_drawn_too_of_a_moving_one_each_picture() throws IOException {
        String look = begun(People.comAnalyst(), held(WebP.red(), "image/webp", OPEN))
                .then()
                .statusCode(201)
                .body("viewer", equalTo("IMAGE"), "pages", equalTo(1))
                .extract()
                .path("id");
        BufferedImage drawn = image(look, 1, 150);
        assertEquals(30, drawn.getWidth());
        assertEquals(20, drawn.getHeight());
        assertEquals(Color.RED, new Color(drawn.getRGB(15, 10)));
        String moving = begun(People.comAnalyst(), held(WebP.moving(), "image/webp", OPEN))
                .then()
                .statusCode(201)
                .body("pages", equalTo(2))
                .extract()
                .path("id");
        assertEquals(Color.RED, new Color(image(moving, 1, 150).getRGB(15, 10)));
        assertEquals(Color.BLUE, new Color(image(moving, 2, 150).getRGB(15, 10)));
        assertRefused(Arrays.copyOf(WebP.red(), 26), "image/webp", "not-showable");
        assertRefused(WebP.huge(), "image/webp", "not-showable");
    }

    @Test
    void a_text_is_read_as_it_is_written_and_nothing_in_it_is_hidden() throws IOException {
        for (String written : List.of("UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE")) {
            byte[] bytes = ("Акт приёма-передачи микросхем от 3 марта, подписан обеими сторонами без замечаний. "
                                    .repeat(9)
                            + "\r\nend")
                    .getBytes(Charset.forName(written));
            String look = begun(People.comAnalyst(), held(bytes, "text/plain", OPEN))
                    .then()
                    .statusCode(201)
                    .body("viewer", equalTo("TEXT"), "written", equalTo(written))
                    .extract()
                    .path("id");
            People.comAnalyst()
                    .get(PAGE, look, 1)
                    .then()
                    .body("text", containsString("Акт приёма-передачи микросхем"), "drawn", equalTo(false));
        }
        byte[] hidden = "pay\u202Egpj.exe\u0000\u200B \u001b[31m\u2028<script>alert(1)</script>"
                .getBytes(StandardCharsets.UTF_8);
        String look = begun(People.comAnalyst(), held(hidden, "text/html", OPEN))
                .then()
                .body("viewer", equalTo("TEXT"))
                .extract()
                .path("id");
        People.comAnalyst()
                .get(PAGE, look, 1)
                .then()
                .body("text", equalTo("pay⟦U+202E⟧gpj.exe␀⟦U+200B⟧ ␛[31m⟦U+2028⟧<script>alert(1)</script>"));
        problem(People.comAnalyst().get(IMAGE, look, 1), 404, "not-found");
        problem(People.comAnalyst().queryParam("written", "UTF-7").get(PAGE, look, 1), 422, "invalid-input");
        People.comAnalyst()
                .queryParam("written", "windows-1252")
                .get(PAGE, look, 1)
                .then()
                .statusCode(200)
                .body("written", equalTo("windows-1252"));
    }

    @Test
    void no_line_of_a_long_text_stands_on_two_pages_or_on_none() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 0; text.length() < 120_000; n++) {
            text.append(n % 7 == 0 ? "ж".repeat(9000) : "line " + n + " “é”").append('\n');
        }
        Response begun =
                begun(People.comAnalyst(), held(text.toString().getBytes(StandardCharsets.UTF_8), "text/plain", OPEN));
        int pages = begun.path("pages");
        assertTrue(pages > 3);
        StringBuilder read = new StringBuilder();
        for (int n = 1; n <= pages; n++) {
            read.append((String)
                    People.comAnalyst().get(PAGE, (String) begun.path("id"), n).path("text"));
        }
        assertEquals(text.toString(), read.toString());
    }

    @Test
    void a_table_stands_in_rows_under_its_heading_however_it_is_written() throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFFNo;Name;Note\r\n");
        for (int n = 1; n <= 120; n++) {
            csv.append(n).append(";\"Li; \"\"Wei\"\"\";\"two\r\nlines\"\r\n");
        }
        String look = begun(
                        People.comAnalyst(), held(csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv", OPEN))
                .then()
                .statusCode(201)
                .body("viewer", equalTo("TABLE"), "pages", equalTo(3))
                .extract()
                .path("id");
        People.comAnalyst()
                .get(PAGE, look, 3)
                .then()
                .body("head", contains("No", "Name", "Note"), "rows.size()", equalTo(20))
                .body("rows[19]", contains("120", "Li; \"Wei\"", "two ⏎ lines"), "text", nullValue());
        String tabs = begun(
                        People.comAnalyst(),
                        held("a\tb\n1\t2,3\n".getBytes(StandardCharsets.UTF_8), "text/tab-separated-values", OPEN))
                .path("id");
        People.comAnalyst().get(PAGE, tabs, 1).then().body("rows[0]", contains("1", "2,3"));
    }

    @Test
    void a_line_of_ten_megabytes_and_a_thousand_columns_show_their_beginning() throws IOException {
        byte[] line = ("a,b\n1," + "x".repeat(10_000_000) + "\n2,3\n").getBytes(StandardCharsets.UTF_8);
        String look = begun(People.comAnalyst(), held(line, "text/csv", OPEN)).path("id");
        People.comAnalyst()
                .get(PAGE, look, 1)
                .then()
                .statusCode(200)
                .body("rows[0][1]", equalTo("x".repeat(300) + "⟦… +9999700⟧"), "rows[1][1]", equalTo("3"));
        byte[] wide = ("a" + ",b".repeat(999) + "\n").getBytes(StandardCharsets.UTF_8);
        String columns =
                begun(People.comAnalyst(), held(wide, "text/csv", OPEN)).path("id");
        People.comAnalyst().get(PAGE, columns, 1).then().body("head[60]", equalTo("⟦… +940⟧"));
        String text = begun(People.comAnalyst(), held(line, "text/plain", OPEN)).path("id");
        People.comAnalyst().get(PAGE, text, 2).then().statusCode(200);
    }

    @Test
    void hostile_and_broken_files_end_in_a_clear_word() throws IOException {
        byte[] whole = pdf(2);
        assertRefused(Arrays.copyOf(whole, 60), "application/pdf", "not-showable");
        assertRefused("no PDF at all".getBytes(StandardCharsets.UTF_8), "application/pdf", "not-showable");
        assertRefused(encrypted(), "application/pdf", "shown-encrypted");
        assertRefused(Arrays.copyOf(picture("png"), 40), "image/png", "not-showable");
        assertRefused(hugePng(), "image/png", "shown-too-heavy");
        assertRefused("PK\u0003\u0004 and so on".getBytes(StandardCharsets.UTF_8), "application/zip", "no-viewer");
        assertRefused(new byte[30_000_001], "text/plain", "too-large-to-show");
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        begun(People.comAnalyst(), held(svg, "image/svg+xml", OPEN)).then().body("viewer", equalTo("TEXT"));
        begun(People.comAnalyst(), held(scripted(), "application/pdf", OPEN))
                .then()
                .statusCode(201)
                .body("pages", equalTo(1));
        begun(People.comAnalyst(), held(Arrays.copyOf(whole, whole.length - 8), "application/pdf", OPEN))
                .then()
                .statusCode(201)
                .body("cutShort", equalTo(true));
        byte[] jpeg = picture("jpg");
        begun(People.comAnalyst(), held(Arrays.copyOf(jpeg, jpeg.length / 2), "image/jpeg", OPEN))
                .then()
                .statusCode(201)
                .body("cutShort", equalTo(true));
    }

    @Test
    void a_page_whose_picture_cannot_be_drawn_says_so() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDImageXObject scan = new PDImageXObject(
                    pdf, new ByteArrayInputStream(new byte[40]), COSName.JBIG2_DECODE, 8, 8, 1, PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawImage(scan, 50, 50, 200, 200);
            }
            String look = begun(People.comAnalyst(), held(saved(pdf), "application/pdf", OPEN))
                    .path("id");
            People.comAnalyst().get(PAGE, look, 1).then().body("undrawn", equalTo(true));
        }
    }

    @Test
    void a_look_is_its_readers_alone_and_ends_with_the_right_or_the_hour() throws IOException, SQLException {
        UUID exhibit = held("seen".getBytes(StandardCharsets.UTF_8), "text/plain", OPEN);
        String look = begun(People.comAnalyst(), exhibit).path("id");
        problem(People.eeasAnalyst().get(PAGE, look, 1), 404, "not-found");
        problem(People.eeasAnalyst().get("/api/v1/viewings/{id}", look), 404, "not-found");
        People.comAnalyst().get("/api/v1/viewings/{id}", look).then().body("pages", equalTo(1));
        String later = begun(People.comAnalyst(), exhibit).path("id");
        try (Connection owner = Databases.asOwner();
                Statement change = owner.createStatement()) {
            change.executeUpdate("update viewing set ends_at = now() - interval '1 minute' where id = '" + look + "'");
        }
        problem(People.comAnalyst().get(PAGE, look, 1), 409, "viewing-over");
        People.eeasAnalyst()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Brought by mistake"))
                .post("/api/v1/exhibits/{id}/withdraw", exhibit)
                .then()
                .statusCode(200);
        problem(People.comAnalyst().get(PAGE, later, 1), 409, "withdrawn");
        UUID hidden = held("hidden".getBytes(StandardCharsets.UTF_8), "text/plain", Map.of("level", "EU:LIMITE"));
        problem(begun(People.comAnalyst(), hidden), 404, "not-found");
        UUID empty = Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS", "EU-COM"), "marking", OPEN);
        problem(begun(People.comAnalyst(), empty), 409, "awaiting-content");
    }

    private static BufferedImage image(String look, int n, int width) throws IOException {
        byte[] png = People.comAnalyst()
                .queryParam("width", width)
                .get(IMAGE, look, n)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int dark(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += new Color(image.getRGB(x, y)).getGreen() < 230 ? 1 : 0;
            }
        }
        return dark;
    }

    private static TestTokens officer(String agency) {
        return TestTokens.person(agency.toLowerCase() + "-officer", agency, Role.RELEASE_OFFICER)
                .clearance(Clearance.RESTRICTED);
    }

    private static byte[] pdf(int pages, String... first) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int n = 1; n <= pages; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    content.newLineAtOffset(100, 600);
                    content.showText("Page " + n);
                    content.endText();
                }
                for (String raw : first) {
                    ByteArrayInputStream commands = new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII));
                    page.setContents(List.of(
                            new PDStream(pdf, commands),
                            page.getContentStreams().next()));
                }
            }
            return saved(pdf);
        }
    }

    private static byte[] scripted() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog()
                    .setOpenAction(new PDActionJavaScript("app.alert('run'); this.submitForm('http://x');"));
            return saved(pdf);
        }
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] picture(String form) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setColor(Color.RED);
        on.fillRect(0, 0, 300, 200);
        on.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, form, bytes));
        return bytes.toByteArray();
    }

    /** A few bytes that say to be a picture of 100,000 by 100,000. */
    private static byte[] hugePng() {
        byte[] head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(100_000)
                .putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(head);
        return ByteBuffer.allocate(33)
                .put(HexFormat.of().parseHex("89504e470d0a1a0a"))
                .putInt(13)
                .put(head)
                .putInt((int) crc.getValue())
                .array();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(storage.blobsDir())) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
