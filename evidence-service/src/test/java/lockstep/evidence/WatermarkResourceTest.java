package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Copies of PDFs under a strict marking name who took them, and a leaked one tells whose it was. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class WatermarkResourceTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";
    private static final String TRACES = "/api/v1/traces";
    private static final Map<String, Object> STRICT =
            Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"), "tlp", "AMBER_STRICT");

    @Inject
    StorageSettings storage;

    @Test
    void a_copy_says_who_took_it_on_every_page_and_the_original_stays() throws IOException {
        byte[] original = pdf(3);
        UUID exhibit = held(original, STRICT);
        List<Path> before = files();
        Response taken = taken(People.comAnalyst(), exhibit)
                .then()
                .statusCode(200)
                .extract()
                .response();
        byte[] copy = taken.asByteArray();
        assertEquals(String.valueOf(copy.length), taken.header("Content-Length"));
        assertTrue(copy.length > original.length);
        try (PDDocument pdf = Loader.loadPDF(copy)) {
            assertEquals(3, pdf.getNumberOfPages());
            for (int page = 1; page <= 3; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertTrue(text.contains("Page " + page), text);
                assertTrue(text.contains("(EU-COM), com-analyst, 20"), text);
                assertTrue(text.contains("EU:LIMITE · TLP:AMBER+STRICT · REL TO EU-COUNCIL"), text);
                assertTrue(text.contains("EU-COM com-analyst"), text);
            }
        }
        assertEquals(before, files(), "the copy is gone once it is given");
        Response again = taken(People.comAnalyst(), exhibit);
        assertFalse(Arrays.equals(copy, again.asByteArray()), "each copy is one of its own");
        assertArrayEquals(
                original,
                People.eeasAnalyst()
                        .queryParam("purpose", "For the court")
                        .queryParam("original", true)
                        .get(CONTENT, exhibit)
                        .asByteArray());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", exhibit)
                .then()
                .body(
                        "items.findAll { it.outcome == 'READ' }.payload.copy.findAll { it != null }.unique().size()",
                        equalTo(2))
                .body("items[2].payload.copySha256", equalTo(Uploading.sha256(copy)))
                .body("items[2].payload.sha256", equalTo(Uploading.sha256(original)))
                .body("items[4].payload.copy", nullValue());
    }

    @Test
    void a_leaked_copy_is_traced_by_its_originator_and_by_nobody_else() throws IOException {
        UUID exhibit = held(pdf(2), STRICT);
        byte[] leaked = taken(People.comAnalyst(), exhibit).asByteArray();
        taken(People.eeasAnalyst(), exhibit).then().statusCode(200);
        People.as(officer("EU-EEAS"))
                .body(leaked)
                .post(TRACES)
                .then()
                .statusCode(200)
                .body("marks", equalTo(1), "items.opened.actor.account", contains("com-analyst"))
                .body("items[0].opened.agency", equalTo("EU-COM"))
                .body("items[0].opened.payload.purpose", equalTo("The vote"))
                .body("items[0].opened.aggregateId", equalTo(exhibit.toString()));
        People.as(officer("EU-COM"))
                .body(leaked)
                .post(TRACES)
                .then()
                .statusCode(200)
                .body("marks", equalTo(1), "items", empty());
        problem(People.comAnalyst().body(leaked).post(TRACES), 403, "not-permitted");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", exhibit)
                .then()
                .body("items.type", hasItems("exhibit.copy-traced"))
                .body("items.findAll { it.type == 'exhibit.copy-traced' }.size()", equalTo(1));
    }

    @Test
    void a_copy_that_was_worked_on_is_still_traced() throws IOException {
        byte[] leaked = taken(People.comAnalyst(), held(pdf(3), STRICT)).asByteArray();
        try (PDDocument pdf = Loader.loadPDF(leaked)) {
            // Without what a tool throws away, and rewritten in another order.
            pdf.setDocumentInformation(new PDDocumentInformation());
            pdf.removePage(0);
            traced(saved(pdf));
            for (PDPage page : pdf.getPages()) {
                page.getCOSObject().removeItem(COSName.getPDFName("LckC"));
                COSArray contents = (COSArray) page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
                contents.remove(contents.size() - 2);
            }
            traced(saved(pdf));
        }
    }

    @Test
    void turned_pages_and_shared_or_missing_resources_get_their_line_too() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int turn : new int[] {0, 90, 180, 270}) {
                PDPage page = new PDPage(new PDRectangle(100, 50, 400, 300));
                page.setRotation(turn);
                pdf.addPage(page);
            }
            byte[] copy = taken(People.comAnalyst(), held(saved(pdf), STRICT)).asByteArray();
            try (PDDocument marked = Loader.loadPDF(copy)) {
                for (int page = 1; page <= 4; page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertTrue(stripper.getText(marked).contains("com-analyst"));
                }
            }
        }
    }

    @Test
    void what_cannot_be_marked_is_not_given_to_others_and_its_originator_takes_the_original() throws IOException {
        byte[] whole = pdf(2);
        byte[] damaged = Arrays.copyOf(whole, whole.length / 3);
        Arrays.fill(damaged, 20, damaged.length, (byte) 'x');
        for (Map.Entry<byte[], String> one : List.of(
                Map.entry(damaged, "pdf-damaged"),
                Map.entry(encrypted(), "pdf-encrypted"),
                Map.entry(bomb(), "pdf-too-heavy"))) {
            UUID exhibit = held(one.getKey(), STRICT);
            List<Path> before = files();
            problem(taken(People.comAnalyst(), exhibit), 409, one.getValue());
            problem(taken(People.eeasAnalyst(), exhibit), 409, one.getValue());
            problem(
                    People.comAnalyst()
                            .queryParam("purpose", "The vote")
                            .queryParam("original", true)
                            .get(CONTENT, exhibit),
                    403,
                    "not-keeping");
            assertArrayEquals(
                    one.getKey(),
                    People.eeasAnalyst()
                            .queryParam("purpose", "The vote")
                            .queryParam("original", true)
                            .get(CONTENT, exhibit)
                            .asByteArray());
            assertEquals(before, files());
            People.eeasAnalyst()
                    .get("/api/v1/exhibits/{id}/history", exhibit)
                    .then()
                    .body("items.findAll { it.outcome == 'REFUSED' }.payload.code", hasItems(one.getValue()));
        }
    }

    @Test
    void no_mark_is_asked_of_other_files_or_by_other_markings() throws IOException {
        byte[] original = pdf(1);
        UUID open = held(original, Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL")));
        assertArrayEquals(original, taken(People.comAnalyst(), open).asByteArray());
        byte[] text = "no page to write on".getBytes(StandardCharsets.UTF_8);
        UUID other = held(text, STRICT, "mediaType", "text/plain");
        assertArrayEquals(text, taken(People.comAnalyst(), other).asByteArray());
        handling(open, false, false);
        handling(other, true, false);
        handling(held(original, STRICT, "mediaType", "application/octet-stream"), true, true);
    }

    @Test
    void a_file_without_a_mark_says_so_and_what_cannot_be_read_is_told() throws IOException {
        People.as(officer("EU-EEAS"))
                .body(pdf(1))
                .post(TRACES)
                .then()
                .statusCode(200)
                .body("marks", equalTo(0));
        problem(
                People.as(officer("EU-EEAS"))
                        .body("no PDF at all".getBytes(StandardCharsets.UTF_8))
                        .post(TRACES),
                409,
                "trace-unreadable");
        problem(People.as(officer("EU-EEAS")).body(bomb()).post(TRACES), 409, "trace-unreadable");
        problem(People.as(officer("EU-EEAS")).post(TRACES), 409, "trace-unreadable");
    }

    private void handling(UUID exhibit, boolean asked, boolean marked) {
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/versions/1/handling", exhibit)
                .then()
                .body("purposeAsked", equalTo(asked), "marked", equalTo(marked), "mayTakeOriginal", equalTo(false));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/versions/1/handling", exhibit)
                .then()
                .body("mayTakeOriginal", equalTo(true));
    }

    private static void traced(byte[] leaked) {
        People.as(officer("EU-EEAS"))
                .body(leaked)
                .post(TRACES)
                .then()
                .statusCode(200)
                .body("items.opened.actor.account", contains("com-analyst"));
    }

    private static TestTokens officer(String agency) {
        return TestTokens.person(agency.toLowerCase() + "-officer", agency, Role.RELEASE_OFFICER)
                .clearance(Clearance.RESTRICTED);
    }

    private static UUID held(byte[] content, Map<String, Object> marking, Object... changes) {
        Object[] all = Stream.concat(
                        Stream.of("marking", marking, "mediaType", "application/pdf"), Arrays.stream(changes))
                .toArray();
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS", "EU-COM"), all);
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(content)
                .put(CONTENT, exhibit)
                .then()
                .statusCode(200);
        return exhibit;
    }

    private static Response taken(RequestSpecification by, UUID exhibit) {
        return by.queryParam("purpose", "The vote").get(CONTENT, exhibit);
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int n = 1; n <= pages; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                write(pdf, page, "Page " + n);
            }
            return saved(pdf);
        }
    }

    private static void write(PDDocument pdf, PDPage page, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(
                    new org.apache.pdfbox.pdmodel.font.PDType1Font(
                            org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
                    20);
            content.newLineAtOffset(100, 600);
            content.showText(text);
            content.endText();
        }
    }

    /** Opened by anybody, changed by its owner alone. */
    private static byte[] encrypted() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(1))) {
            pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            return saved(pdf);
        }
    }

    /** A table of references that is a gigabyte once it is unpacked. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream zeros = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] some = new byte[1 << 20];
            for (int n = 0; n < 1024; n++) {
                zeros.write(some);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(
                "%PDF-1.5\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n"
                        .getBytes(StandardCharsets.US_ASCII));
        int at = pdf.size();
        pdf.write(("3 0 obj\n<</Type /XRef /Size 4 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length " + packed.size()
                        + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(pdf);
        pdf.write(("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(storage.blobsDir())) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
